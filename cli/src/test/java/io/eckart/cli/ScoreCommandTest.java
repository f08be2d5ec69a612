package io.eckart.cli;

import static io.eckart.cli.Console.done;
import static io.eckart.cli.Console.json;
import static io.eckart.cli.Console.refused;
import static io.eckart.cli.SampleFiles.numbers;
import static io.eckart.cli.SampleFiles.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class ScoreCommandTest {
    private static final int N = 200;
    private static final int D = 5;

    @TempDir
    Path folder;

    private Path data = Path.of("");
    private Path model = Path.of("");

    /** The last ten rows have the sign of one cell turned, which breaks its correlation with the others. */
    @BeforeEach
    void fit() {
        double[][] rows = numbers(N, D, 3);
        model = folder.resolve("model.safetensors");
        Path train = SampleFiles.csv(folder, "train.csv", Arrays.copyOf(rows, N - 10));
        done("fit", train, "-k", 2, "--scale", "standard", "-o", model);
        String[] lines = new String[N + 1];
        lines[0] = String.join(",", SampleFiles.names(D)) + ",state,flag";
        for (int i = 0; i < N; i++) {
            boolean odd = i >= N - 10;
            rows[i][2] += odd ? 40 : 0;
            lines[i + 1] = Arrays.toString(rows[i]).replaceAll("[\\[\\] ]", "") + (odd ? ",broken,1" : ",sound,0");
        }
        data = SampleFiles.text(folder, "data.csv", lines);
    }

    private String[] header(Path file) {
        return SampleFiles.lines(file)[0].split(",", -1);
    }

    @Test
    void columnsAreNamedAndTheThresholdFlagsWhatIsAboveIt() {
        Path out = folder.resolve("scores.csv");
        JsonNode told = json("score", model, data, "-o", out, "--plain", "--threshold", "quantile:0.95");
        assertThat(header(out)).containsExactly("error", "error_per_cell", "mahalanobis", "sum", "norm", "odd");
        double limit = told.path("threshold").path("value").asDouble();
        double[][] scores = read(out);
        int odd = 0;
        for (double[] row : scores) {
            // The file holds the score as float32.
            assertThat(row[5]).isEqualTo(row[3] > (float) limit ? 1 : 0);
            odd += (int) row[5];
        }
        assertThat(told.path("threshold").path("odd").asInt()).isEqualTo(odd);
        assertThat(told.path("threshold").path("score").asString()).isEqualTo("sum");
        // 5 % of the 190 rows fitted on are above it by its definition, and the ten broken ones.
        assertThat(odd).isBetween(10 + 9, 10 + 10);
        done("score", model, data, "-o", out, "--plain", "--force", "--threshold", 3, "--by", "mahalanobis");
        assertThat(Arrays.asList(read(out)))
                .allSatisfy(row -> assertThat(row[5]).isEqualTo(row[2] > 3 ? 1 : 0));
    }

    @Test
    void withALabelTheAreaOfEachScoreIsTold() {
        Path out = folder.resolve("scores.csv");
        JsonNode areas =
                json("score", model, data, "-o", out, "--label", "flag").path("area_under_roc");
        assertThat(areas.propertyNames()).containsExactly("error", "mahalanobis", "sum", "norm");
        assertThat(areas.path("sum").asDouble()).isCloseTo(1, within(.01));
        JsonNode texts = json("score", model, data, "-o", out, "--force", "--label", "state", "--positive", "broken")
                .path("area_under_roc");
        assertThat(texts).isEqualTo(areas);
        assertThat(done("score", model, data, "-o", out, "--force", "--label", "flag"))
                .containsPattern("area under ROC, sum +(1\\.0|0\\.99)");
    }

    @Test
    void featuresStandLast() {
        Path out = folder.resolve("scores.csv");
        done("score", model, data, "-o", out, "--plain", "--per-feature", "--threshold", 1);
        assertThat(header(out)).hasSize(6 + D).endsWith("error:c5");
        double[][] scores = read(out);
        double[] last = scores[N - 1];
        assertThat(Arrays.stream(last, 6, 6 + D).sum()).isCloseTo(last[0], within(1e-4 * last[0]));
    }

    @Test
    void theOddestRowsAreShownWithWhatWasExpected() {
        Path out = folder.resolve("scores.csv");
        Path back = folder.resolve("back.csv");
        JsonNode told = json("score", model, data, "-o", out, "--keep", "state");
        done("reconstruct", model, data, "-o", back, "--plain");
        double[][] expected = read(back);
        JsonNode first = told.path("oddest").path(0);
        int row = first.path("row").asInt();
        assertThat(row).isGreaterThan(N - 10);
        assertThat(first.path("kept").path(0).asString()).isEqualTo("broken");
        JsonNode part = first.path("columns").path(0);
        assertThat(part.path("column").asString()).isEqualTo("c3");
        assertThat(part.path("value").asDouble())
                .isEqualTo(Double.parseDouble(SampleFiles.lines(data)[row].split(",", -1)[2]));
        assertThat(part.path("expected").asDouble()).isEqualTo(expected[row - 1][2]);
        String text = done("score", model, data, "-o", out, "--force", "--keep", "state", "--threshold", 3);
        assertThat(text).contains("row " + row + " (state broken): ").containsPattern("c3 \\S+ where \\S+ would fit");
        assertThat(text.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    }

    @Test
    void whatCannotBeIsRefused() {
        Path out = folder.resolve("scores.csv");
        Object[] args = {"score", model, data, "-o", out};
        assertThat(refused(folder, with(args, "--label", "state")))
                .contains("data.csv", "--positive", "'broken', 'sound'");
        assertThat(refused(folder, with(args, "--label", "state", "--positive", "other")))
                .contains("0 of 200 are other");
        assertThat(refused(folder, with(args, "--positive", "1"))).contains("--label");
        assertThat(refused(folder, with(args, "--by", "norm"))).contains("--threshold");
        assertThat(refused(folder, with(args, "--threshold", "1", "--by", "size")))
                .contains("'size'", "mahalanobis");
        assertThat(refused(folder, with(args, "--threshold", "quantile:2"))).contains("0 to 1");
        assertThat(refused(folder, with(args, "--threshold", "many"))).contains("'many'", "quantile:Q");
        Path clusters = folder.resolve("clusters.safetensors");
        done("fit", data, "--ignore", "state,flag", "--model", "kmeans", "-k", 2, "-o", clusters);
        args[1] = clusters;
        assertThat(refused(folder, with(args, "--threshold", "1"))).contains("kmeans", "no score sum");
        done(with(args, "--threshold", "1", "--by", "error"));
    }

    private static Object[] with(Object[] args, Object... more) {
        Object[] all = Arrays.copyOf(args, args.length + more.length);
        System.arraycopy(more, 0, all, args.length, more.length);
        return all;
    }
}
