package io.eckart.data.file;

import static io.eckart.data.file.SampleFiles.bytes;
import static io.eckart.data.file.SampleFiles.columns;
import static io.eckart.data.file.SampleFiles.doubles;
import static io.eckart.data.file.SampleFiles.gzip;
import static io.eckart.data.file.SampleFiles.idx;
import static io.eckart.data.file.SampleFiles.npy;
import static org.assertj.core.api.Assertions.assertThat;

import io.eckart.data.ImageShape;
import io.eckart.data.Table;
import io.eckart.data.TableCursor;
import io.eckart.data.TableSource;
import io.eckart.data.format.ReadOptions;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArrayFilesTest {
    /** {@code np.arange(24).reshape(2, 3, 4)} of each type, order and version, written by NumPy 2.4.6 (numpy.lib.format.write_array). */
    private static final Map<String, String> NUMPY = Map.of(
            "<f4 C 1.0",
            "k05VTVBZAQB2AHsnZGVzY3InOiAnPGY0JywgJ2ZvcnRyYW5fb3JkZXInOiBGYWxzZSwgJ3NoYXBlJzogKDIsIDMsIDQpLCB9ICAg"
                    + "ICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAoAAAAAAACAPwAAAEAAAEBAAACAQAAA"
                    + "oEAAAMBAAADgQAAAAEEAABBBAAAgQQAAMEEAAEBBAABQQQAAYEEAAHBBAACAQQAAiEEAAJBBAACYQQAAoEEAAKhBAACwQQAAuEE=",
            ">f8 F 2.0",
            "k05VTVBZAgB0AAAAeydkZXNjcic6ICc+ZjgnLCAnZm9ydHJhbl9vcmRlcic6IFRydWUsICdzaGFwZSc6ICgyLCAzLCA0KSwgfSAg"
                    + "ICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAoAAAAAAAAAAEAoAAAAAAAAQBAAAAAA"
                    + "AABAMAAAAAAAAEAgAAAAAAAAQDQAAAAAAAA/8AAAAAAAAEAqAAAAAAAAQBQAAAAAAABAMQAAAAAAAEAiAAAAAAAAQDUAAAAAAABA"
                    + "AAAAAAAAAEAsAAAAAAAAQBgAAAAAAABAMgAAAAAAAEAkAAAAAAAAQDYAAAAAAABACAAAAAAAAEAuAAAAAAAAQBwAAAAAAABAMwAA"
                    + "AAAAAEAmAAAAAAAAQDcAAAAAAAA=",
            "u1 F 1.0",
            "k05VTVBZAQB2AHsnZGVzY3InOiAnfHUxJywgJ2ZvcnRyYW5fb3JkZXInOiBUcnVlLCAnc2hhcGUnOiAoMiwgMywgNCksIH0gICAg"
                    + "ICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAoADAQQCBQBDQURCRUCDgYSChYDDwcT"
                    + "Cxc=",
            ">i2 C 3.0",
            "k05VTVBZAwB0AAAAeydkZXNjcic6ICc+aTInLCAnZm9ydHJhbl9vcmRlcic6IEZhbHNlLCAnc2hhcGUnOiAoMiwgMywgNCksIH0g"
                    + "ICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAoAAAABAAIAAwAEAAUABgAHAAgACQAK"
                    + "AAsADAANAA4ADwAQABEAEgATABQAFQAWABc=",
            "<u4 C 1.0",
            "k05VTVBZAQB2AHsnZGVzY3InOiAnPHU0JywgJ2ZvcnRyYW5fb3JkZXInOiBGYWxzZSwgJ3NoYXBlJzogKDIsIDMsIDQpLCB9ICAg"
                    + "ICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAoAAAAAAQAAAAIAAAADAAAABAAAAAUA"
                    + "AAAGAAAABwAAAAgAAAAJAAAACgAAAAsAAAAMAAAADQAAAA4AAAAPAAAAEAAAABEAAAASAAAAEwAAABQAAAAVAAAAFgAAABcAAAA=",
            "<i8 F 1.0",
            "k05VTVBZAQB2AHsnZGVzY3InOiAnPGk4JywgJ2ZvcnRyYW5fb3JkZXInOiBUcnVlLCAnc2hhcGUnOiAoMiwgMywgNCksIH0gICAg"
                    + "ICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAoAAAAAAAAAAAwAAAAAAAAABAAAAAAA"
                    + "AAAQAAAAAAAAAAgAAAAAAAAAFAAAAAAAAAABAAAAAAAAAA0AAAAAAAAABQAAAAAAAAARAAAAAAAAAAkAAAAAAAAAFQAAAAAAAAAC"
                    + "AAAAAAAAAA4AAAAAAAAABgAAAAAAAAASAAAAAAAAAAoAAAAAAAAAFgAAAAAAAAADAAAAAAAAAA8AAAAAAAAABwAAAAAAAAATAAAA"
                    + "AAAAAAsAAAAAAAAAFwAAAAAAAAA=",
            "<f2 C 1.0",
            "k05VTVBZAQB2AHsnZGVzY3InOiAnPGYyJywgJ2ZvcnRyYW5fb3JkZXInOiBGYWxzZSwgJ3NoYXBlJzogKDIsIDMsIDQpLCB9ICAg"
                    + "ICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAoAAAA8AEAAQgBEAEUARgBHAEiASABJ"
                    + "gEkASoBKAEuASwBMQEyATMBMAE1ATYBNwE0=",
            "b1 C 1.0",
            "k05VTVBZAQB2AHsnZGVzY3InOiAnfGIxJywgJ2ZvcnRyYW5fb3JkZXInOiBGYWxzZSwgJ3NoYXBlJzogKDIsIDMsIDQpLCB9ICAg"
                    + "ICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAoAAQEBAQEBAQEBAQEBAQEBAQEBAQEB"
                    + "AQE=");

    @TempDir
    Path folder;

    private static List<double[]> rows(TableSource source) {
        List<double[]> rows = new ArrayList<>();
        try (TableCursor cursor = source.open()) {
            for (Table chunk = cursor.next(); chunk != null; chunk = cursor.next()) {
                for (int i = 0; i < chunk.rows(); i++) {
                    rows.add(CsvTablesTest.row(chunk, i));
                }
            }
        }
        return rows;
    }

    @Test
    void readsWhatNumpyWrites() {
        NUMPY.forEach((kind, content) -> {
            Path file = bytes(folder, "numpy.npy", Base64.getDecoder().decode(content));
            Table table = Tables.read(file, ReadOptions.DEFAULT);
            assertThat(table.rows()).as(kind).isEqualTo(2);
            assertThat(table.schema().image()).as(kind).hasValue(new ImageShape(3, 4, 1));
            double[] second = new double[12];
            Arrays.setAll(second, i -> kind.startsWith("b1") ? 1 : 12 + i);
            assertThat(CsvTablesTest.row(table, 1)).as(kind).isEqualTo(second);
        });
    }

    @Test
    void vectorsAreOneColumnAndMatricesHaveSamplesInRows() {
        byte[] numbers = doubles(ByteOrder.LITTLE_ENDIAN, 1, 2, 3, 4, 5, 6);
        Table vector = Tables.read(bytes(folder, "v.npy", npy("<f8", false, List.of(6), numbers)), ReadOptions.DEFAULT);
        assertThat(columns(vector.schema())).isEqualTo("c1:NUMBER");
        assertThat(vector.rows()).isEqualTo(6);
        Table matrix =
                Tables.read(bytes(folder, "m.npy", npy("<f8", false, List.of(2, 3), numbers)), ReadOptions.DEFAULT);
        assertThat(columns(matrix.schema())).isEqualTo("c1:NUMBER c2:NUMBER c3:NUMBER");
        assertThat(CsvTablesTest.row(matrix, 1)).containsExactly(4, 5, 6);
    }

    @Test
    void labelAndIgnoredColumns() {
        byte[] numbers = doubles(ByteOrder.BIG_ENDIAN, 1, 2, 3, 4, 5, 6.5);
        Path file = bytes(folder, "m.npy", npy(">f8", false, List.of(2, 3), numbers));
        Table table = Tables.read(file, ReadOptions.DEFAULT.withLabel("c3").withIgnored(Set.of("c1")));
        assertThat(columns(table.schema())).isEqualTo("c1:IGNORED c2:NUMBER c3:LABEL");
        assertThat(CsvTablesTest.column(table, 0)).containsExactly(2, 5);
        assertThat(table.label(0)).isEqualTo("3");
        assertThat(table.label(1)).isEqualTo("6.5");
    }

    @Test
    void fourLayoutsOfTheSameSamplesGiveTheSameRows() {
        double[] samples = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};
        double[] transposed = {1, 4, 7, 10, 2, 5, 8, 11, 3, 6, 9, 12};
        byte[] byRow = doubles(ByteOrder.LITTLE_ENDIAN, samples);
        byte[] byColumn = doubles(ByteOrder.LITTLE_ENDIAN, transposed);
        ReadOptions swap = ReadOptions.DEFAULT.withSamplesAsColumns();
        for (int cells : new int[] {1, 6, 1000}) {
            List<TableSource> sources = List.of(
                    Tables.open(
                            bytes(folder, "a.npy", npy("<f8", false, List.of(4, 3), byRow)),
                            ReadOptions.DEFAULT,
                            cells),
                    Tables.open(
                            bytes(folder, "b.npy", npy("<f8", true, List.of(4, 3), byColumn)),
                            ReadOptions.DEFAULT,
                            cells),
                    Tables.open(bytes(folder, "c.npy", npy("<f8", false, List.of(3, 4), byColumn)), swap, cells),
                    Tables.open(bytes(folder, "d.npy", npy("<f8", true, List.of(3, 4), byRow)), swap, cells));
            for (TableSource source : sources) {
                assertThat(source.rowCount()).hasValue(4);
                assertThat(rows(source))
                        .as("%s, chunks of %d cells", source.name(), cells)
                        .containsExactly(
                                new double[] {1, 2, 3}, new double[] {4, 5, 6}, new double[] {7, 8, 9}, new double[] {
                                    10, 11, 12
                                });
            }
        }
    }

    @Test
    void bytesOfImagesAreDividedBy255() {
        byte[] data = {0, (byte) 255, 51, 102, 1, 2, 3, 4};
        for (boolean packed : new boolean[] {false, true}) {
            byte[] content = idx(new int[] {2, 2, 2}, data);
            Path file = bytes(folder, "x-images-idx3-ubyte", packed ? gzip(content) : content);
            Table table = Tables.read(file, ReadOptions.DEFAULT);
            assertThat(table.schema().image()).hasValue(new ImageShape(2, 2, 1));
            assertThat(columns(table.schema())).isEqualTo("px0_0:NUMBER px0_1:NUMBER px1_0:NUMBER px1_1:NUMBER");
            assertThat(CsvTablesTest.row(table, 0)).containsExactly(0, 1, 51 / 255.0, 102 / 255.0);
        }
    }

    @Test
    void labelsOfIdxAreNumbersAsTheyAre() {
        Path file = bytes(folder, "labels", idx(new int[] {3}, new byte[] {7, (byte) 200, 0}));
        assertThat(CsvTablesTest.column(Tables.read(file, ReadOptions.DEFAULT), 0))
                .containsExactly(7, 200, 0);
    }

    @Test
    void otherTypesOfIdx() {
        byte[] floats = {0, 0, 13, 2, 0, 0, 0, 1, 0, 0, 0, 2, 0x3f, (byte) 0x80, 0, 0, (byte) 0xc0, 0, 0, 0};
        assertThat(CsvTablesTest.row(Tables.read(bytes(folder, "f", floats), ReadOptions.DEFAULT), 0))
                .containsExactly(1, -2);
        byte[] shorts = {0, 0, 11, 1, 0, 0, 0, 2, (byte) 0xff, (byte) 0xfe, 1, 0};
        assertThat(CsvTablesTest.column(Tables.read(bytes(folder, "s", shorts), ReadOptions.DEFAULT), 0))
                .containsExactly(-2, 256);
    }

    @Test
    void nanIsMissingWhereTheUserSaysSo() {
        byte[] numbers = doubles(ByteOrder.LITTLE_ENDIAN, 1, Double.NaN);
        Path file = bytes(folder, "n.npy", npy("<f8", false, List.of(2, 1), numbers));
        ReadOptions options = ReadOptions.DEFAULT.withMissing(Set.of("NaN"));
        assertThat(Tables.read(file, options).isMissing(1, 0)).isTrue();
    }
}
