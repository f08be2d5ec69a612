package io.eckart.benchmarks.side;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowsTest {
    @TempDir
    Path folder;

    @Test
    void whatIsWrittenIsRead() throws IOException {
        float[] values = {1, Float.NaN, -3.5f, 4, 5, 6};
        Path file = folder.resolve("rows.npy");
        NpyFile.write(file, new Rows(3, 2, values));
        Rows rows = Rows.read(file);
        assertThat(rows.rows()).isEqualTo(3);
        assertThat(rows.columns()).isEqualTo(2);
        assertThat(rows.values()).containsExactly(values);
    }

    @Test
    void bytesAreGreyValues() throws IOException {
        Path file = folder.resolve("images-idx3-ubyte");
        Files.write(file, new byte[] {0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 2, 0, (byte) 255, 51, 0});
        Rows rows = Rows.read(file);
        assertThat(rows.rows()).isEqualTo(2);
        assertThat(rows.values()).containsExactly(0, 1, 0.2f, 0);
    }

    @Test
    void otherFilesAreRefused() throws IOException {
        Path file = folder.resolve("text.csv");
        Files.writeString(file, "a,b\n1,2\n");
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> Rows.read(file))
                .withMessageContaining("text.csv");
    }

    @Test
    void errorsAreThoseOfTheFormula() {
        Rows rows = new Rows(2, 2, new float[] {0, 0, 4, 2});
        double[][] centroids = {{0, 1}, {4, 4}};
        assertThat(ReconstructionError.ofCentroids(rows, centroids)).isCloseTo(2.5, within(1e-12));
        // About the mean (2, 1) the rows are (-2, -1) and (2, 1); along x, 1 is left of each.
        assertThat(ReconstructionError.ofComponents(rows, new double[][] {{1, 0}}))
                .isCloseTo(1, within(1e-12));
    }

    @Test
    void requestIsItsLine() {
        Request request = Request.of("train", "32-8-32", 64, 0.5);
        assertThat(request.line()).isEqualTo("train 32-8-32 64 0.5");
        assertThat(Request.parse(request.line())).isEqualTo(request);
        assertThat(request.whole(1)).isEqualTo(64);
    }
}
