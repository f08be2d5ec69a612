package io.eckart.data.file;

import static io.eckart.data.file.SampleFiles.bytes;
import static io.eckart.data.file.SampleFiles.doubles;
import static io.eckart.data.file.SampleFiles.gzip;
import static io.eckart.data.file.SampleFiles.idx;
import static io.eckart.data.file.SampleFiles.npy;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eckart.data.Column;
import io.eckart.data.DataException;
import io.eckart.data.Schema;
import io.eckart.data.format.ReadOptions;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BadArraysTest {
    private static final byte[] FOUR = doubles(ByteOrder.LITTLE_ENDIAN, 1, 2, 3, 4);

    @TempDir
    Path folder;

    private void fails(byte[] content, String name, ReadOptions options, String... parts) {
        Path file = bytes(folder, name, content);
        assertThatThrownBy(() -> Tables.read(file, options))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith(file + ": ")
                .hasMessageContainingAll(parts);
    }

    private void failsNpy(byte[] content, String... parts) {
        fails(content, "x.npy", ReadOptions.DEFAULT, parts);
    }

    private void failsIdx(byte[] content, String... parts) {
        fails(content, "x-images-idx3-ubyte", ReadOptions.DEFAULT, parts);
    }

    @Test
    void nanAndInfinityInNpy() {
        byte[] nan = doubles(ByteOrder.LITTLE_ENDIAN, 1, 2, 3, Double.NaN);
        failsNpy(
                npy("<f8", false, List.of(2, 2), nan), "row 2, column 'c2': NaN", "declare 'nan' to be a missing cell");
        failsNpy(npy("<f8", true, List.of(2, 2), nan), "row 2, column 'c2': NaN");
        byte[] inf = doubles(ByteOrder.LITTLE_ENDIAN, 1, 2, Double.NEGATIVE_INFINITY, 4);
        failsNpy(npy("<f8", false, List.of(2, 2), inf), "row 2, column 'c1'", "infinite");
        fails(
                npy("<f8", false, List.of(2, 2), inf),
                "x.npy",
                ReadOptions.DEFAULT.withMissing(Set.of("nan")),
                "row 2, column 'c1'",
                "infinite");
    }

    @Test
    void npySizesThatLie() {
        failsNpy(Arrays.copyOf(npy("<f8", false, List.of(2, 2), FOUR), 150), "cut short", "160 bytes", "has 150");
        failsNpy(npy("<f8", false, List.of(3, 2), FOUR), "announces 3 rows of 2 numbers");
        failsNpy(npy("<f8", false, List.of(1, 2), FOUR), "it has more");
        failsNpy(npy("<f8", false, List.of(2_000_000_000, 2_000_000_000), FOUR), "2000000000");
        failsNpy(npy("<f8", false, List.of(1, 2_000_000_000, 2_000_000_000, 2_000_000_000), FOUR), "no file can hold");
        failsNpy(npy("<f8", false, List.of(2_000_000_000, 10_000_000), FOUR), "announces 2000000000 rows");
    }

    @Test
    void npyWithoutNumbers() {
        failsNpy(npy("|O", false, List.of(2, 2), FOUR), "'|O'", "plain numbers", "astype");
        failsNpy(npy("<U4", false, List.of(2), FOUR), "'<U4'");
        failsNpy(npy("<c16", false, List.of(2), FOUR), "'<c16'");
        failsNpy(npy("<f8', 'x': [('a', '<f8')], 'y': '", false, List.of(0, 2), new byte[0]), "empty");
        String text = new String(npy("<f8", false, List.of(4), FOUR), StandardCharsets.ISO_8859_1)
                .replace("'<f8',", "[('a', '<f8')],");
        failsNpy(text.getBytes(StandardCharsets.ISO_8859_1), "structured");
    }

    @Test
    void emptyAndStrangeShapes() {
        failsNpy(npy("<f8", false, List.of(0, 2), new byte[0]), "0 rows of 2 columns");
        failsNpy(npy("<f8", false, List.of(2, 0), new byte[0]), "2 rows of 0 columns");
        failsNpy(npy("<f8", false, List.of(), doubles(ByteOrder.LITTLE_ENDIAN, 1)), "0 dimensions");
        failsNpy(npy("<f8", false, List.of(1, 1, 1, 1, 4), FOUR), "5 dimensions");
        fails(
                npy("<f8", false, List.of(1, 2, 2), FOUR),
                "x.npy",
                ReadOptions.DEFAULT.withSamplesAsColumns(),
                "[1, 2, 2]");
    }

    @Test
    void damagedNpyHeaders() {
        byte[] good = npy("<f8", false, List.of(2, 2), FOUR);
        failsNpy("a,b\n1,2\n".getBytes(StandardCharsets.US_ASCII), "not an NPY file");
        failsNpy(Arrays.copyOf(good, 5), "not an NPY file");
        failsNpy(Arrays.copyOf(good, 9), "length");
        failsNpy(Arrays.copyOf(good, 40), "cut short");
        byte[] version = good.clone();
        version[6] = 9;
        failsNpy(version, "version 9");
        byte[] damaged = good.clone();
        Arrays.fill(damaged, 12, 30, (byte) 'x');
        failsNpy(damaged, "'descr'");
    }

    @Test
    void columnsThatTheModelNeedsAndNumbersWhereItNeedsLevels() {
        byte[] good = npy("<f8", false, List.of(2, 2), FOUR);
        Schema three = Schema.of(List.of(Column.number("c1"), Column.number("c3")));
        fails(good, "x.npy", ReadOptions.DEFAULT.expecting(three), "'c3'", "'c1', 'c2'");
        Schema levels = Schema.of(List.of(Column.category("c1", List.of("a"))));
        fails(good, "x.npy", ReadOptions.DEFAULT.expecting(levels), "column 'c1'", "numbers only");
    }

    @Test
    void wrongMagicOfIdx() {
        failsIdx(new byte[] {1, 2, 3, 4, 5, 6, 7, 8}, "not an IDX file");
        failsIdx(new byte[] {0, 0, 10, 1, 0, 0, 0, 1, 5}, "not an IDX file");
        failsIdx(new byte[] {0, 0, 8, 0}, "0 dimensions");
        failsIdx(new byte[] {0, 0, 8, 3, 0, 0}, "header is cut short");
        failsIdx(new byte[] {0, 0}, "not an IDX file");
    }

    @Test
    void truncatedIdx() {
        byte[] good = idx(new int[] {100, 2, 2}, new byte[400]);
        failsIdx(Arrays.copyOf(good, 300), "cut short", "416 bytes", "has 300");
        byte[] packed = gzip(good);
        fails(gzip(Arrays.copyOf(good, 300)), "x.gz", ReadOptions.DEFAULT, "cut short in row 72 of 100");
        fails(Arrays.copyOf(packed, packed.length - 12), "x-idx3-ubyte.gz", ReadOptions.DEFAULT, "cut short");
        fails(gzip(Arrays.copyOf(good, 417)), "x.gz", ReadOptions.DEFAULT, "goes on after the 100 rows");
    }

    @Test
    void idxSizesThatLie() {
        failsIdx(idx(new int[] {-1, -1, -1}, new byte[16]), "announces");
        fails(
                gzip(idx(new int[] {-1, 1000, 1000}, new byte[16])),
                "x.gz",
                ReadOptions.DEFAULT,
                "packed bytes cannot hold");
        fails(gzip(idx(new int[] {1, 30000, 30000}, new byte[16])), "x.gz", ReadOptions.DEFAULT, "at most 16777216");
        failsIdx(idx(new int[] {0, 2, 2}, new byte[0]), "0 rows of 4 columns");
    }

    @Test
    void otherFiles() {
        fails(new byte[] {(byte) 0x89, 'P', 'N', 'G', 1}, "x.png", ReadOptions.DEFAULT, "a single image", "folder");
        fails(new byte[] {'P', 'K', 3, 4, 0}, "x.npz", ReadOptions.DEFAULT, "unpack");
        fails(new byte[] {1, 0, 2, 0}, "x.bin", ReadOptions.DEFAULT, "neither text nor a known format");
    }
}
