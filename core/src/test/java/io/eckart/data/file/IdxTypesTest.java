package io.eckart.data.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eckart.data.DataException;
import io.eckart.data.ImageShape;
import io.eckart.data.Table;
import io.eckart.data.format.ReadOptions;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** IDX files of every type and number of dimensions, as bytes written by hand. */
class IdxTypesTest {
    @TempDir
    Path folder;

    private Path file(String name, String hex) {
        return SampleFiles.bytes(folder, name, HexFormat.of().parseHex(hex.replace(" ", "")));
    }

    @ParameterizedTest
    @CsvSource({
        "08, 00 ff, 0, 255",
        "09, 80 ff, -128, -1",
        "0b, 8000 0102, -32768, 258",
        "0c, 80000000 00000102, -2147483648, 258",
        "0d, 3f800000 c0000000, 1, -2",
        "0e, 3ff0000000000000 c000000000000000, 1, -2"
    })
    void aVectorHoldsItsNumbersAsTheyAre(String type, String data, double first, double second) {
        Table table =
                Tables.read(file("x-labels-idx1-ubyte", "0000" + type + "01 00000002" + data), ReadOptions.DEFAULT);
        assertThat(SampleFiles.columns(table.schema())).isEqualTo("c1:NUMBER");
        assertThat(CsvTablesTest.column(table, 0)).containsExactly(first, second);
    }

    @Test
    void onlyUnsignedBytesOfSamplesAreShares() {
        Table bytes = Tables.read(file("a.idx", "00000802 00000001 00000002 00 ff"), ReadOptions.DEFAULT);
        assertThat(CsvTablesTest.row(bytes, 0)).containsExactly(0, 1);
        Table signed = Tables.read(file("b.idx", "00000902 00000001 00000002 00 7f"), ReadOptions.DEFAULT);
        assertThat(CsvTablesTest.row(signed, 0)).containsExactly(0, 127);
    }

    @Test
    void threeDimensionsAreImages() {
        Path images = file("x.idx", "00000803 00000002 00000001 00000003 000102 030405");
        Table table = Tables.read(images, ReadOptions.DEFAULT);
        assertThat(table.schema().image()).hasValue(new ImageShape(1, 3, 1));
        assertThat(table.schema().features().getLast().name()).isEqualTo("px0_2");
        assertThat(CsvTablesTest.row(table, 1)).containsExactly(3 / 255.0, 4 / 255.0, 5 / 255.0);
    }

    @Test
    void eightDimensionsAreReadAndNineAreNot() {
        String ones = "00000001".repeat(7);
        Table table = Tables.read(file("x.idx", "00000908 00000002" + ones + "05 06"), ReadOptions.DEFAULT);
        assertThat(CsvTablesTest.column(table, 0)).containsExactly(5, 6);
        assertThatThrownBy(() ->
                        Tables.read(file("x.idx", "00000909 00000002 00000001" + ones + "05 06"), ReadOptions.DEFAULT))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("9 dimensions");
    }

    @ParameterizedTest
    @CsvSource({"07", "0a", "0f"})
    void otherTypeCodesAreRefused(String type) {
        assertThatThrownBy(() -> Tables.read(file("x.idx", "0000" + type + "01 00000001 05"), ReadOptions.DEFAULT))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("not an IDX file");
    }
}
