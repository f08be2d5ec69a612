package io.eckart.data.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.eckart.data.Note;
import io.eckart.data.Table;
import io.eckart.data.TableSource;
import io.eckart.data.format.ReadOptions;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers at the ends of every type, as bytes written by hand. */
class NumberTypeTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "|b1, 00 01 02, 0, 1, 1",
        "|u1, 00 80 ff, 0, 128, 255",
        "|i1, 80 ff 7f, -128, -1, 127",
        "<u2, 0100 0080 ffff, 1, 32768, 65535",
        ">u2, 0001 8000 ffff, 1, 32768, 65535",
        "<i2, 0080 ffff ff7f, -32768, -1, 32767",
        "<u4, 01000000 00000080 ffffffff, 1, 2147483648, 4294967295",
        "<i4, 00000080 ffffffff ffffff7f, -2147483648, -1, 2147483647",
        "<u8, 0100000000000000 0000000000000080 ffffffffffffffff, 1, 9223372036854775808, 18446744073709551616",
        "<i8, 0000000000000080 ffffffffffffffff 0100000000000000, -9223372036854775808, -1, 1",
        ">f2, 3c00 c000 7bff, 1, -2, 65504",
        ">f4, 3f800000 c0000000 7f7fffff, 1, -2, 3.4028234663852886E38",
        ">f8, 3ff0000000000000 c000000000000000 0000000000000001, 1, -2, 4.9E-324"
    })
    void everyTypeKeepsItsExtremes(String descr, String hex, double first, double second, double third) {
        byte[] data = HexFormat.of().parseHex(hex.replace(" ", ""));
        for (boolean fortran : new boolean[] {false, true}) {
            Path file = SampleFiles.bytes(folder, "x.npy", SampleFiles.npy(descr, fortran, List.of(3), data));
            Table table = Tables.read(file, ReadOptions.DEFAULT);
            assertThat(CsvTablesTest.column(table, 0))
                    .as("%s, fortran order %s", descr, fortran)
                    .containsExactly(first, second, third);
        }
    }

    /** 2^53, 2^53 + 1, 2^53 + 2, -2^53 - 1; only the odd ones are rounded. */
    private static final String WHOLE = "0000000000002000 0100000000002000 0200000000002000 ffffffffffffdfff";

    @ParameterizedTest
    @CsvSource({"<i8, false, 2", "<i8, true, 2", "<u8, false, 2", "<u8, true, 2"})
    void longIntegersAreNotRoundedInSilence(String descr, boolean fortran, int rounded) {
        byte[] row = HexFormat.of().parseHex(WHOLE.replace(" ", ""));
        Path file = SampleFiles.bytes(folder, "x.npy", SampleFiles.npy(descr, fortran, List.of(4, 1), row));
        TableSource numbers = Tables.open(file, ReadOptions.DEFAULT);
        Tables.collect(numbers);
        assertThat(numbers.notes()).singleElement().satisfies(note -> {
            assertThat(note.kind()).isEqualTo(Note.Kind.ROUNDED);
            assertThat(note.column()).contains("c1");
            assertThat(note.count()).isEqualTo(rounded);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "<i8, false, -9007199254740993", "<i8, true, -9007199254740993",
        "<u8, false, 18437736874454810623", "<u8, true, 18437736874454810623"
    })
    void longIntegersAreLabelsInAllTheirDigits(String descr, boolean fortran, String last) {
        byte[] labels = HexFormat.of().parseHex(WHOLE.replace(" ", ""));
        byte[] features = HexFormat.of().parseHex("0100000000000000".repeat(4));
        // Column by column in one file, row by row in the other.
        byte[] all = new byte[64];
        for (int i = 0; i < 4; i++) {
            System.arraycopy(features, 8 * i, all, fortran ? 8 * i : 16 * i, 8);
            System.arraycopy(labels, 8 * i, all, fortran ? 32 + 8 * i : 16 * i + 8, 8);
        }
        Path file = SampleFiles.bytes(folder, "x.npy", SampleFiles.npy(descr, fortran, List.of(4, 2), all));
        TableSource source = Tables.open(file, ReadOptions.DEFAULT.withLabel("c2"));
        Table table = Tables.collect(source);
        assertThat(IntStream.range(0, 4).mapToObj(table::label))
                .containsExactly("9007199254740992", "9007199254740993", "9007199254740994", last);
        assertThat(source.notes()).isEmpty();
    }
}
