package io.eckart.data.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.eckart.data.Table;
import io.eckart.data.format.ReadOptions;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
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
}
