package io.eckart.cli;

import static io.eckart.cli.Console.done;
import static io.eckart.cli.Console.json;
import static io.eckart.cli.Console.refused;
import static io.eckart.cli.SampleFiles.lines;
import static io.eckart.cli.SampleFiles.numbers;
import static io.eckart.cli.SampleFiles.transposed;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is written for the rows of a table is the same for the columns of a matrix, turned. */
class SampleColumnsTest {
    private static final int N = 40;
    private static final int D = 5;

    @TempDir
    Path folder;

    private Path rows = Path.of("");
    private Path columns = Path.of("");

    @BeforeEach
    void twoFiles() {
        double[][] cells = numbers(N, D, 5);
        String[] table = new String[N];
        Arrays.setAll(table, i -> texts(cells[i], i == 3 ? 1 : -1));
        rows = SampleFiles.text(folder, "rows.csv", withFirst("a,b,c,d,e", table));
        double[][] turned = transposed(cells);
        String[] matrix = new String[D];
        Arrays.setAll(matrix, j -> "abcde".charAt(j) + "," + texts(turned[j], j == 1 ? 3 : -1));
        String[] samples = IntStream.rangeClosed(1, N).mapToObj(i -> "s" + i).toArray(String[]::new);
        columns = SampleFiles.text(folder, "columns.csv", withFirst("gene," + String.join(",", samples), matrix));
    }

    private static String texts(double[] cells, int hole) {
        String[] texts = new String[cells.length];
        Arrays.setAll(texts, i -> i == hole ? "" : String.valueOf(cells[i]));
        return String.join(",", texts);
    }

    private static String[] withFirst(String first, String[] others) {
        String[] all = new String[others.length + 1];
        all[0] = first;
        System.arraycopy(others, 0, all, 1, others.length);
        return all;
    }

    private Path model(String name, Object... options) {
        Path model = folder.resolve(name + ".safetensors");
        Object[] fit = {"fit", rows, "--seed", 1, "-o", model};
        Object[] all = Arrays.copyOf(fit, fit.length + options.length);
        System.arraycopy(options, 0, all, fit.length, options.length);
        done(all);
        return model;
    }

    /** The cells of a table of results, without the number of the row, and those of a matrix without its names. */
    private static String[][] cells(Path file, int skippedLines, int skippedCells) {
        return Arrays.stream(lines(file))
                .skip(skippedLines)
                .map(line -> line.split(",", -1))
                .map(cells -> Arrays.copyOfRange(cells, skippedCells, cells.length))
                .toArray(String[][]::new);
    }

    private static String[][] turned(String[][] cells) {
        return IntStream.range(0, cells[0].length)
                .mapToObj(j -> Arrays.stream(cells).map(row -> row[j]).toArray(String[]::new))
                .toArray(String[][]::new);
    }

    private void sameTurned(Path model, String command, int indexCells) {
        Path byRow = folder.resolve(command + "-rows.csv");
        Path byColumn = folder.resolve(command + "-columns.csv");
        done(command, model, rows, "-o", byRow, "--force");
        done(command, model, columns, "--samples", "columns", "-o", byColumn, "--force");
        assertThat(cells(byColumn, 1, 1)).as(command).isDeepEqualTo(turned(cells(byRow, 1, indexCells)));
        assertThat(lines(byColumn)[0]).as(command).isEqualTo(lines(columns)[0]);
        String[] header = lines(byRow)[0].split(",", -1);
        assertThat(turned(cells(byColumn, 1, 0))[0])
                .as(command)
                .isEqualTo(Arrays.copyOfRange(header, indexCells, header.length));
    }

    @Test
    void everyCommandWritesColumns() {
        Path pca = model("pca", "-k", 2);
        for (String command : List.of("encode", "reconstruct", "score")) {
            sameTurned(pca, command, 1);
        }
        for (String command : List.of("denoise", "fill")) {
            sameTurned(pca, command, 0);
        }
        Path kmeans = model("kmeans", "--model", "kmeans", "-k", 3);
        sameTurned(kmeans, "encode", 1);
        sameTurned(kmeans, "predict", 1);
    }

    @Test
    void aFilledMatrixKeepsItsTexts() {
        Path out = folder.resolve("out.csv");
        assertThat(json("fill", columns, "--model", "mean", "--samples", "columns", "-o", out)
                        .path("cells_filled")
                        .asInt(1))
                .isEqualTo(1);
        String[] before = lines(columns);
        String[] after = lines(out);
        assertThat(after).hasSameSizeAs(before);
        for (int j = 0; j <= D; j++) {
            String[] given = before[j].split(",", -1);
            String[] written = after[j].split(",", -1);
            for (int i = 0; i <= N; i++) {
                if (given[i].isEmpty()) {
                    assertThat(Double.parseDouble(written[i])).isFinite();
                } else {
                    assertThat(written[i]).isEqualTo(given[i]);
                }
            }
        }
    }

    /** A matrix without names comes back without names; scores and clusters always have theirs. */
    @ParameterizedTest
    @ValueSource(strings = {"bare.csv", "bare.npy"})
    void aBareMatrix(String name) {
        double[][] cells = numbers(N, D, 6);
        String[] text = new String[D];
        Arrays.setAll(text, j -> texts(transposed(cells)[j], -1));
        Path bare = name.endsWith("npy")
                ? SampleFiles.bytes(folder, name, SampleFiles.npy(transposed(cells)))
                : SampleFiles.text(folder, name, text);
        Path model = folder.resolve("bare.safetensors");
        done("fit", bare, "--samples", "columns", "-k", D, "-o", model);
        Path codes = folder.resolve("codes.csv");
        done("encode", model, bare, "--samples", "columns", "-o", codes);
        assertThat(cells(codes, 0, 0)).hasDimensions(D, N);
        Path scores = folder.resolve("scores.csv");
        done("score", model, bare, "--samples", "columns", "-o", scores);
        assertThat(lines(scores)[0]).startsWith("error,");
        Path again = folder.resolve("again.npy");
        done("reconstruct", model, bare, "--samples", "columns", "-o", again);
        Path back = folder.resolve("back.csv");
        done("reconstruct", model, again, "--samples", "columns", "-o", back);
        assertThat(cells(back, 0, 0)).hasDimensions(D, N);
    }

    @Test
    void whatCannotHoldIsRefused() {
        Path model = model("pca", "-k", 2);
        Path out = folder.resolve("out.csv");
        assertThat(refused(folder, "encode", model, columns, "--samples", "columns", "--keep", "s1", "-o", out))
                .contains("--keep", "leave it out");
        assertThat(refused(folder, "fill", model, columns, "--samples", "columns", "--uncertainty", "-o", out))
                .contains("each column is a sample", "samples as rows");
        done("encode", model, columns, "--samples", "columns", "--plain", "-o", out);
        assertThat(lines(out)[0]).startsWith("pc1,");
    }
}
