package io.eckart.cli;

import static io.eckart.cli.Console.done;
import static io.eckart.cli.Console.json;
import static io.eckart.cli.SampleFiles.csv;
import static io.eckart.cli.SampleFiles.numbers;
import static io.eckart.cli.SampleFiles.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.eckart.cli.text.Summary;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Every autoencoder through every command, and what {@code fit} says of it. */
class AutoencoderCommandsTest {
    private static final int N = 120;
    private static final int D = 5;
    private static final double[][] ROWS = numbers(N, D, 31);
    /** Relative rounding of float32 sums of a few products. */
    private static final double FLOAT = 1e-4;

    @TempDir
    Path folder;

    private Path data = Path.of("");
    private Path model = Path.of("");

    @BeforeEach
    void files() {
        data = csv(folder, "data.csv", ROWS);
        model = folder.resolve("model.safetensors");
    }

    @ParameterizedTest
    @ValueSource(strings = {"network", "free", "pinv", "shared", "unrolled", "untied", "lista"})
    void everyModelGoesThroughEveryCommand(String kind) {
        JsonNode fit = json(fit(kind, "--epochs", 20, "-o", model));
        JsonNode inspection = json("inspect", model);
        assertThat(inspection.path("model").asString()).isEqualTo(kind);
        assertThat(inspection.path("k").asInt()).isEqualTo(2);
        assertThat(inspection.path("parameters").asInt()).isPositive();
        double[][] codes = read(output("encode", "codes.csv"));
        double[][] back = read(output("reconstruct", "back.csv"));
        double[][] scores = read(output("score", "scores.csv"));
        assertThat(codes).hasDimensions(N, 2);
        assertThat(back).hasDimensions(N, D);
        double sum = 0;
        for (int i = 0; i < N; i++) {
            double error = 0;
            for (int j = 0; j < D; j++) {
                error += (ROWS[i][j] - back[i][j]) * (ROWS[i][j] - back[i][j]);
            }
            assertThat(scores[i][0]).as("row " + i).isCloseTo(error, within(FLOAT * (1 + error)));
            sum += error;
        }
        JsonNode evaluation = json("evaluate", model, data);
        double perSample = evaluation.path("error_per_sample").asDouble();
        assertThat(perSample).isCloseTo(sum / N, within(FLOAT * (1 + perSample)));
        assertThat(fit.path("error_per_sample").asDouble()).isEqualTo(perSample);
        assertThat(evaluation.path("corruption").asString()).isEqualTo("none");
        corrupted(perSample);
    }

    private void corrupted(double clean) {
        JsonNode noisy = json("evaluate", model, data, "--corrupt", "gaussian:2,mask:0.4", "--seed", 3);
        assertThat(noisy.path("corruption").asString()).isEqualTo("gaussian:2.0,mask:0.4");
        assertThat(noisy.path("error_per_sample").asDouble()).isGreaterThan(clean);
        for (int threads = 1; threads <= 3; threads++) {
            JsonNode again = json(
                    "evaluate", model, data, "--corrupt", "gaussian:2,mask:0.4", "--seed", 3, "--threads", threads);
            assertThat(again.path("error_per_sample")).isEqualTo(noisy.path("error_per_sample"));
        }
        assertThat(done("evaluate", model, data, "--corrupt", "gaussian:2,mask:0.4", "--seed", 3))
                .contains(Summary.number(noisy.path("error_per_cell").asDouble()), "gaussian:2.0,mask:0.4");
    }

    private Path output(String command, String name) {
        Path file = folder.resolve(name);
        done(command, model, data, "--plain", "-o", file);
        return file;
    }

    private Object[] fit(String kind, Object... more) {
        List<Object> args = new ArrayList<>(List.of("fit", data, "--model", kind, "-k", 2));
        args.addAll(List.of(more));
        return args.toArray();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            network                        | objective batches
            network --tied --hidden 9,4 --activation gelu --corrupt mask:0.2 | objective batches
            free --held-out 0              | optimum gap objective moments
            pinv --bias                    | optimum gap objective moments
            shared --corrupt gaussian:0.5  | optimum gap objective moments
            unrolled --corrupt none+mask:0.3 | objective batches
            untied --per-layer --depth 3   | optimum gap objective moments
            lista --sparsity 0.2           | objective batches
            """)
    void theTableForPeopleSaysTheSame(String options, String has) {
        Object[] args = fit(options.split(" ", 2)[0]);
        List<Object> all = new ArrayList<>(List.of(args));
        all.addAll(List.of("--epochs", 15));
        if (options.contains(" ")) {
            all.addAll(List.of(options.split(" ", 2)[1].split(" ", -1)));
        }
        JsonNode json = json(all.toArray());
        String table = done(all.toArray());
        assertThat(value(table, "objective")).startsWith(json.path("objective").asString());
        assertThat(has).contains("objective " + json.path("objective").asString());
        assertNumber(table, "squared error per sample", json.path("error_per_sample"));
        assertNumber(table, "squared error per cell", json.path("error_per_cell"));
        assertNumber(table, "the same by column means", json.path("column_mean_error_per_cell"));
        assertNumber(table, "objective, rows held out", json.path("held_out_error_per_sample"));
        assertNumber(table, "its exact optimum", json.path("optimum"));
        assertNumber(table, "gap to the optimum", json.path("gap"));
        assertThat(json.path("gap").isNull()).isEqualTo(!has.contains("gap"));
        JsonNode diagnostics = json.path("diagnostics");
        assertNumber(table, "distance from the identity", diagnostics.path("identity_distance"));
        assertNumber(table, "noise gain", diagnostics.path("noise_gain"));
        assertThat(value(table, "optimizer"))
                .contains(
                        json.path("epochs").asInt() + " epochs",
                        json.path("settings").path("optimizer").asString());
        for (JsonNode contrast : json.path("controls").path("error_per_cell")) {
            assertThat(table.replaceAll("\\s+", " "))
                    .contains(Summary.number(contrast.path("model").asDouble()) + " (PCA "
                            + Summary.number(contrast.path("pca").asDouble()) + ", column means "
                            + Summary.number(contrast.path("column_mean").asDouble()) + ", untrained "
                            + Summary.number(contrast.path("untrained").asDouble()) + ")");
        }
        assertThat(json.path("history").size()).isEqualTo(json.path("epochs").asInt());
    }

    /** A number stands in the table exactly where JSON has one. */
    private static void assertNumber(String table, String name, JsonNode number) {
        if (number.isNull()) {
            assertThat(table).doesNotContain(name);
        } else {
            assertThat(value(table, name)).as(name).isEqualTo(Summary.number(number.asDouble()));
        }
    }

    private static String value(String table, String name) {
        Matcher matcher =
                Pattern.compile("(?m)^" + Pattern.quote(name) + "  +(.*)$").matcher(table);
        assertThat(matcher.find()).as("'%s' in %s", name, table).isTrue();
        return matcher.group(1).strip();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "network",
                "network --corrupt gaussian:0.3,mask:0.2 --tied",
                "network --optimizer sgd --momentum 0.8 --clip 1 --warm-up 0.1 --schedule constant",
                "free",
                "pinv --center",
                "shared --optimizer adam",
                "unrolled --bias",
                "unrolled --corrupt mask:0.3",
                "untied --per-layer",
                "lista"
            })
    void theSameBitsForAnyNumberOfThreads(String options) {
        String first = checksum(options, 1);
        assertThat(checksum(options, 2)).isEqualTo(first).matches("[0-9a-f]{64}");
        assertThat(checksum(options, 3)).isEqualTo(first);
    }

    private String checksum(String options, int threads) {
        List<Object> args = new ArrayList<>(List.of("fit", data, "-k", 2, "--epochs", 8, "-o", model, "--force"));
        args.addAll(List.of("--threads", threads, "--seed", 4, "--model"));
        args.addAll(List.of(options.split(" ", -1)));
        done(args.toArray());
        return json("inspect", model).path("tensors_sha256").asString();
    }

    @Test
    void kMeansAndPcaAreEvaluatedUnderCorruptionToo() {
        done("fit", data, "--model", "kmeans", "-k", 3, "-o", model);
        corrupted(json("evaluate", model, data).path("error_per_sample").asDouble());
        done("fit", data, "-k", 2, "-o", model, "--force");
        corrupted(json("evaluate", model, data).path("error_per_sample").asDouble());
    }
}
