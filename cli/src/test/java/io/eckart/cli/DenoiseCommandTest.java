package io.eckart.cli;

import static io.eckart.cli.Console.done;
import static io.eckart.cli.Console.json;
import static io.eckart.cli.SampleFiles.lines;
import static io.eckart.cli.SampleFiles.numbers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DenoiseCommandTest {
    private static final int N = 60;
    private static final int D = 5;

    @TempDir
    Path folder;

    /** The columns stand in another order than in training, between an identifier in quotes and a label. */
    private Path noisy() {
        double[][] rows = numbers(N, D, 3);
        String[] names = SampleFiles.names(D);
        String[] text = new String[N + 1];
        text[0] = "\"id\"," + names[1] + "," + names[0] + ",kind," + String.join(",", names[2], names[3], names[4]);
        for (int i = 0; i < N; i++) {
            String second = i == 4 ? "" : String.valueOf(rows[i][1]);
            text[i + 1] = "\"row, " + i + "\"," + second + "," + rows[i][0] + ", sort " + i % 3 + " ," + rows[i][2]
                    + "," + rows[i][3] + "," + rows[i][4];
        }
        return SampleFiles.text(folder, "noisy.csv", text);
    }

    @Test
    void aTextFileKeepsEverythingButTheCellsOfTheModel() {
        Path train = SampleFiles.csv(folder, "train.csv", numbers(N, D, 3));
        Path model = folder.resolve("model.safetensors");
        done("fit", train, "-k", 2, "--center", "-o", model);
        Path noisy = noisy();
        Path out = folder.resolve("clean.csv");
        assertThat(json("denoise", model, noisy, "-o", out).path("rows").asInt())
                .isEqualTo(N);
        Path again = folder.resolve("again.csv");
        done("reconstruct", model, train, "--plain", "-o", again);
        String[] before = lines(noisy);
        String[] after = lines(out);
        double[][] expected = SampleFiles.read(again);
        assertThat(after).hasSameSizeAs(before);
        assertThat(after[0]).isEqualTo(before[0]);
        for (int i = 0; i < N; i++) {
            String id = "\"row, " + i + "\",";
            assertThat(after[i + 1]).startsWith(id);
            String[] cells = after[i + 1].substring(id.length()).split(",", -1);
            assertThat(cells[2]).isEqualTo(" sort " + i % 3 + " ");
            if (i == 4) {
                assertThat(cells[0]).as("a missing cell stays missing").isEmpty();
            } else {
                // Two ways of writing the same float32.
                assertThat(Double.parseDouble(cells[0])).isCloseTo(expected[i][1], within(1e-5));
                assertThat(Double.parseDouble(cells[1])).isCloseTo(expected[i][0], within(1e-5));
            }
        }
        Path filled = folder.resolve("filled.csv");
        done("denoise", model, noisy, "-o", filled, "--fill-missing");
        assertThat(lines(filled)[5].split(",", -1)[2]).isNotEmpty();
    }

    @Test
    void anArrayGetsTheColumnsOfTheModel() {
        Path train = SampleFiles.csv(folder, "train.csv", numbers(N, D, 3));
        Path model = folder.resolve("model.safetensors");
        done("fit", train, "-k", 2, "-o", model);
        assertThat(json("denoise", model, noisy(), "-o", folder.resolve("clean.npy"))
                        .path("columns")
                        .asInt())
                .isEqualTo(D);
        assertThat(folder.resolve("clean.npy")).isNotEmptyFile();
    }
}
