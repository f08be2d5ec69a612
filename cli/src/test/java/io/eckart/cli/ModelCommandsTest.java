package io.eckart.cli;

import static io.eckart.cli.Console.done;
import static io.eckart.cli.Console.json;
import static io.eckart.cli.SampleFiles.bytes;
import static io.eckart.cli.SampleFiles.csv;
import static io.eckart.cli.SampleFiles.gzip;
import static io.eckart.cli.SampleFiles.npy;
import static io.eckart.cli.SampleFiles.numbers;
import static io.eckart.cli.SampleFiles.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What the commands do that take a model over data, and the files they read and write. */
class ModelCommandsTest {
    private static final int N = 40;
    private static final int D = 5;
    private static final double[][] ROWS = numbers(N, D, 21);
    /** Relative rounding of float32 sums of five products. */
    private static final double FLOAT = 1e-5;

    @TempDir
    Path folder;

    private Path data = Path.of("");
    private Path model = Path.of("");

    @BeforeEach
    void fit() {
        data = csv(folder, "data.csv", ROWS);
        model = folder.resolve("model.safetensors");
        done("fit", data, "-k", 2, "--scale", "standard", "-o", model);
    }

    @Test
    void codesReconstructionsAndScoresAgree() {
        double[][] codes = read(output("encode", "codes.csv"));
        double[][] back = read(output("reconstruct", "back.csv"));
        double[][] scores = read(output("score", "scores.csv", "--per-feature"));
        JsonNode evaluation = json("evaluate", model, data);
        assertThat(codes).hasDimensions(N, 2);
        assertThat(back).hasDimensions(N, D);
        assertThat(scores).hasDimensions(N, 5 + D);
        double sum = 0;
        double[] scale = deviations();
        for (int i = 0; i < N; i++) {
            double error = 0;
            for (int j = 0; j < D; j++) {
                double difference = (ROWS[i][j] - back[i][j]) / scale[j];
                assertThat(scores[i][5 + j])
                        .as("cell " + i + ", " + j)
                        .isCloseTo(difference * difference, within(FLOAT));
                error += difference * difference;
            }
            assertThat(scores[i][0]).as("row " + i).isCloseTo(error, within(FLOAT));
            assertThat(scores[i][1]).as("row " + i).isCloseTo(error / D, within(FLOAT));
            sum += error;
        }
        assertThat(evaluation.path("error_per_sample").asDouble()).isCloseTo(sum / N, within(FLOAT));
        assertThat(evaluation.path("error_per_cell").asDouble()).isCloseTo(sum / N / D, within(FLOAT));
        assertThat(evaluation.path("feature_errors").propertyNames()).containsExactly(SampleFiles.names(D));
    }

    /** Codes are projections on orthonormal components: what they keep and what is lost make up the whole. */
    @Test
    void codesKeepWhatTheScoresDoNot() {
        double[][] codes = read(output("encode", "codes.csv"));
        double[][] scores = read(output("score", "scores.csv"));
        double[] means = PlainPca.means(ROWS);
        double[] scale = deviations();
        for (int i = 0; i < N; i++) {
            double whole = 0;
            for (int j = 0; j < D; j++) {
                double x = (ROWS[i][j] - means[j]) / scale[j];
                whole += x * x;
            }
            double kept = codes[i][0] * codes[i][0] + codes[i][1] * codes[i][1];
            assertThat(kept + scores[i][0]).as("row " + i).isCloseTo(whole, within(FLOAT * (1 + whole)));
        }
    }

    private static double[] deviations() {
        double[][] rest = SampleFiles.transposed(PlainPca.centred(ROWS));
        return Arrays.stream(rest)
                .mapToDouble(column -> Math.sqrt(
                        Arrays.stream(column).map(x -> x * x).average().orElseThrow()))
                .toArray();
    }

    @Test
    void kMeansModelsGoThroughEveryCommand() {
        Path clusters = folder.resolve("clusters.safetensors");
        JsonNode fit = json("fit", data, "--model", "kmeans", "-k", 3, "-o", clusters);
        model = clusters;
        double[][] predicted = read(output("predict", "predicted.csv"));
        double[][] back = read(output("reconstruct", "back.csv"));
        double inertia = 0;
        for (int i = 0; i < N; i++) {
            for (int j = 0; j < D; j++) {
                inertia += (ROWS[i][j] - back[i][j]) * (ROWS[i][j] - back[i][j]);
            }
        }
        assertThat(inertia).isCloseTo(fit.path("inertia").asDouble(), within(FLOAT * inertia));
        for (int cluster = 0; cluster < 3; cluster++) {
            double own = cluster;
            assertThat(Arrays.stream(predicted).filter(row -> row[0] == own))
                    .hasSize(fit.path("sizes").path(cluster).asInt());
        }
        assertThat(read(output("encode", "codes.csv"))).hasNumberOfRows(N);
        assertThat(json("inspect", model).path("inertia").asDouble())
                .isEqualTo(fit.path("inertia").asDouble());
    }

    @ParameterizedTest
    @ValueSource(strings = {"data.tsv", "data.csv.gz", "data.tsv.gz", "data.npy", "turned.csv", "turned.npy"})
    void everyFormatGivesTheSameModel(String name) {
        boolean turned = name.startsWith("turned");
        double[][] rows = turned ? SampleFiles.transposed(ROWS) : ROWS;
        Path file = folder.resolve(name);
        if (name.endsWith(".npy")) {
            bytes(folder, name, npy(rows));
        } else {
            csv(folder, "plain", name.contains(".tsv") ? "\t" : ",", SampleFiles.names(rows[0].length), rows);
            byte[] plain = bytes(folder.resolve("plain"));
            bytes(folder, name, name.endsWith(".gz") ? gzip(plain) : plain);
        }
        Path again = folder.resolve("again.safetensors");
        JsonNode fit = json(
                "fit", file, "-k", 2, "--scale", "standard", "-o", again, "--samples", turned ? "columns" : "rows");
        assertThat(fit.path("rows").asInt()).isEqualTo(N);
        assertThat(json("inspect", again).path("tensors_sha256"))
                .isEqualTo(json("inspect", model).path("tensors_sha256"));
    }

    @Test
    void everyFormatOfOutputHoldsTheSame() {
        byte[] expected = bytes(output("encode", "codes.csv"));
        String text = new String(expected, StandardCharsets.UTF_8);
        assertThat(SampleFiles.lines(output("encode", "codes.csv.gz")))
                .isEqualTo(text.lines().toArray(String[]::new));
        assertThat(bytes(output("encode", "codes.tsv")))
                .isEqualTo(text.replace(',', '\t').getBytes(StandardCharsets.UTF_8));
        assertThat(SampleFiles.lines(output("encode", "codes.tsv.gz")))
                .isEqualTo(text.replace(',', '\t').lines().toArray(String[]::new));
        ByteBuffer array = ByteBuffer.wrap(bytes(output("encode", "codes.npy"))).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(array.capacity()).isEqualTo(128 + 4 * 2 * N);
        double[][] codes = read(folder.resolve("codes.csv"));
        for (int i = 0; i < N; i++) {
            for (int j = 0; j < 2; j++) {
                assertThat(array.getFloat(128 + 4 * (2 * i + j))).isEqualTo((float) codes[i][j]);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"encode", "reconstruct", "score"})
    void theNumberOfThreadsChangesNoByte(String command) {
        byte[] one = bytes(output(command, "one.csv", "--threads", 1));
        assertThat(bytes(output(command, "two.csv", "--threads", 2))).isEqualTo(one);
    }

    @Test
    void whatWasWrittenIsTold() {
        Path out = folder.resolve("codes.csv");
        JsonNode written = json("encode", model, data, "-o", out);
        assertThat(written.path("written").asString()).isEqualTo(out.toString());
        assertThat(written.path("content").asString()).isEqualTo("codes");
        assertThat(written.path("rows").asInt()).isEqualTo(N);
        assertThat(written.path("columns").asInt()).isEqualTo(2);
        assertThat(done("score", model, data, "-o", folder.resolve("scores.csv")))
                .containsPattern("rows +40\\R");
    }

    private Path output(String command, String name, Object... options) {
        Path out = folder.resolve(name);
        Object[] args = {command, model, data, "--plain", "-o", out};
        Object[] all = Arrays.copyOf(args, args.length + options.length);
        System.arraycopy(options, 0, all, args.length, options.length);
        done(all);
        return out;
    }
}
