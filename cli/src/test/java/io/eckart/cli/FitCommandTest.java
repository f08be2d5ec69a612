package io.eckart.cli;

import static io.eckart.cli.Console.done;
import static io.eckart.cli.Console.json;
import static io.eckart.cli.PlainPca.centred;
import static io.eckart.cli.PlainPca.energies;
import static io.eckart.cli.PlainPca.sum;
import static io.eckart.cli.SampleFiles.csv;
import static io.eckart.cli.SampleFiles.numbers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.eckart.cli.text.Summary;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What {@code fit} answers, against plain computation. */
class FitCommandTest {
    /** Reconstructions are float32, so measured errors carry about 1e-7 of relative rounding. */
    private static final Percentage MEASURED = Percentage.withPercentage(1e-4);

    private static final Percentage EXACT = Percentage.withPercentage(1e-9);
    private static final int N = 300;
    private static final int D = 6;
    private static final double[][] ROWS = numbers(N, D, 11);

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"1, false", "2, false", "5, false", "1, true", "3, true"})
    void pcaReachesThePlainOptimum(int k, boolean center) {
        double[] energies = energies(center ? centred(ROWS) : ROWS);
        double total = sum(energies, 0, D);
        double optimum = sum(energies, k, D);
        JsonNode fit = json(args(k, center));
        assertThat(fit.path("optimum").asDouble()).isCloseTo(optimum, EXACT);
        assertThat(fit.path("total_energy").asDouble()).isCloseTo(total, EXACT);
        assertThat(fit.path("error_per_sample").asDouble()).isCloseTo(optimum, MEASURED);
        assertThat(fit.path("error_per_cell").asDouble()).isCloseTo(optimum / D, MEASURED);
        assertThat(fit.path("energy_explained").asDouble()).isCloseTo(1 - optimum / total, within(1e-6));
        assertThat(fit.path("gap").asDouble()).isCloseTo(0, within(1e-6));
        assertThat(fit.path("column_mean_error_per_cell").asDouble())
                .isCloseTo(sum(energies(centred(ROWS)), 0, D) / D, MEASURED);
        assertThat(fit.path("k").asInt()).isEqualTo(k);
        assertThat(fit.path("rows").asInt()).isEqualTo(N);
        assertThat(fit.path("features").asInt()).isEqualTo(D);
        assertThat(fit.path("missing_cells").asInt(-1)).isZero();
        assertThat(fit.path("center").asBoolean()).isEqualTo(center);
        double[] ratios = doubles(fit.path("energy_ratios"));
        double[] singularValues = doubles(fit.path("singular_values"));
        assertThat(ratios).hasSize(k);
        for (int i = 0; i < k; i++) {
            assertThat(ratios[i]).isCloseTo(energies[i] / total, EXACT);
            assertThat(singularValues[i]).isCloseTo(Math.sqrt(N * energies[i]), EXACT);
        }
    }

    private Object[] args(int k, boolean center) {
        Path data = csv(folder, "data.csv", ROWS);
        return center ? new Object[] {"fit", data, "-k", k, "--center"} : new Object[] {"fit", data, "-k", k};
    }

    @ParameterizedTest
    @ValueSource(strings = {"moments", "thin_svd", "randomized", "regularised_em"})
    void everySolverFindsTheSameWithoutHoles(String solver) {
        JsonNode fit = json("fit", csv(folder, "data.csv", ROWS), "-k", 2, "--solver", solver);
        assertThat(fit.path("solver").asString()).isEqualTo(solver);
        assertThat(fit.path("gap").asDouble()).isCloseTo(0, within(1e-6));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 0.9, 0.95, 0.999, 1})
    void autoTakesTheFewestComponentsThatKeepTheEnergy(double energy) {
        double[] energies = energies(ROWS);
        double total = sum(energies, 0, D);
        int expected = IntStream.rangeClosed(1, D)
                .filter(k -> sum(energies, 0, k) >= energy * total * (1 - 1e-9))
                .findFirst()
                .orElseThrow();
        Path data = csv(folder, "data.csv", ROWS);
        JsonNode fit = energy == 0.95 ? json("fit", data) : json("fit", data, "-k", "auto", "--energy", energy);
        assertThat(fit.path("k").asInt()).isEqualTo(expected);
        double[] curve = doubles(fit.path("energy_curve"));
        for (int k = 1; k <= D; k++) {
            assertThat(curve[k - 1]).isCloseTo(sum(energies, 0, k) / total, EXACT);
        }
        assertThat(sum(doubles(fit.path("energy_ratios")), 0, expected)).isCloseTo(curve[expected - 1], EXACT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "center", "standard", "minmax"})
    void scalingComesBeforeTheModel(String scale) {
        double[][] scaled = scaled(scale);
        double optimum = sum(energies(scaled), 2, D);
        JsonNode fit = json("fit", csv(folder, "data.csv", ROWS), "-k", 2, "--scale", scale);
        assertThat(fit.path("optimum").asDouble()).isCloseTo(optimum, MEASURED);
        assertThat(fit.path("error_per_sample").asDouble()).isCloseTo(optimum, MEASURED);
    }

    private static double[][] scaled(String scale) {
        double[][] columns = SampleFiles.transposed(ROWS);
        for (double[] column : columns) {
            double mean = Arrays.stream(column).average().orElseThrow();
            double deviation = Math.sqrt(Arrays.stream(column)
                    .map(x -> (x - mean) * (x - mean))
                    .average()
                    .orElseThrow());
            double min = Arrays.stream(column).min().orElseThrow();
            double range = Arrays.stream(column).max().orElseThrow() - min;
            double shift = scale.equals("none") ? 0 : scale.equals("minmax") ? min : mean;
            double by = scale.equals("standard") ? deviation : scale.equals("minmax") ? range : 1;
            Arrays.setAll(column, i -> (column[i] - shift) / by);
        }
        return SampleFiles.transposed(columns);
    }

    @Test
    void kMeansFindsPlantedGroups() {
        double[][] rows = new double[90][];
        for (int i = 0; i < rows.length; i++) {
            int group = i % 3;
            rows[i] = new double[] {100 * group + ROWS[i][0] / 8, -50 * (group % 2) + ROWS[i][1] / 8};
        }
        double inertia = 0;
        for (int group = 0; group < 3; group++) {
            int own = group;
            double[][] members = IntStream.range(0, 90)
                    .filter(i -> i % 3 == own)
                    .mapToObj(i -> rows[i])
                    .toArray(double[][]::new);
            inertia += 30 * sum(energies(centred(members)), 0, 2);
        }
        Path model = folder.resolve("m.safetensors");
        JsonNode fit = json("fit", csv(folder, "groups.csv", rows), "--model", "kmeans", "-k", 3, "-o", model);
        assertThat(fit.path("inertia").asDouble()).isCloseTo(inertia, MEASURED);
        assertThat(fit.path("inertia_per_sample").asDouble()).isCloseTo(inertia / 90, MEASURED);
        assertThat(fit.path("error_per_sample").asDouble()).isCloseTo(inertia / 90, MEASURED);
        assertThat(fit.path("error_per_cell").asDouble()).isCloseTo(inertia / 180, MEASURED);
        assertThat(doubles(fit.path("sizes"))).containsExactly(30, 30, 30);
        assertThat(fit.path("converged").asBoolean()).isTrue();
        Path clusters = folder.resolve("clusters.csv");
        done("predict", model, folder.resolve("groups.csv"), "--plain", "-o", clusters);
        double[][] predicted = SampleFiles.read(clusters);
        for (int i = 0; i < 90; i++) {
            assertThat(predicted[i][0])
                    .as("row " + i)
                    .isEqualTo(predicted[i % 3][0])
                    .isBetween(0.0, 2.0);
        }
        assertThat(Arrays.stream(predicted)
                        .mapToDouble(row -> row[0])
                        .distinct()
                        .count())
                .isEqualTo(3);
    }

    @Test
    void theTableForPeopleSaysTheSame() {
        Path data = csv(folder, "data.csv", ROWS);
        Path model = folder.resolve("m.safetensors");
        double optimum = sum(energies(ROWS), 2, D);
        assertThat(done("fit", data, "-k", 2, "-o", model))
                .containsPattern("model +PCA, k = 2, mean not removed")
                .containsPattern("rows +300\\R")
                .containsPattern(
                        "squared error per sample +" + Summary.number(optimum).substring(0, 6))
                .containsPattern("exact optimum, per sample +" + Summary.number(optimum))
                .containsPattern("gap to the optimum +")
                .containsPattern("written +.*m.safetensors");
        assertThat(done("fit", data, "--model", "kmeans", "-k", 2))
                .containsPattern("model +k-means, k = 2")
                .containsPattern("cluster 0: \\d+ rows, \\d+\\.\\d %")
                .containsPattern("typical: row \\d+, row \\d+, row \\d+")
                .containsPattern("inertia +\\d");
        assertThat(done("inspect", model)).containsPattern("model +pca, k = 2").containsPattern("seed +0\\R");
        assertThat(done("evaluate", model, data))
                .containsPattern(
                        "squared error per sample +" + Summary.number(optimum).substring(0, 6));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pca", "kmeans"})
    void theSameSeedGivesTheSameBitsForAnyNumberOfThreads(String kind) {
        String first = checksum(kind, 7, 1);
        assertThat(checksum(kind, 7, 1)).isEqualTo(first).matches("[0-9a-f]{64}");
        assertThat(checksum(kind, 7, 2)).isEqualTo(first);
        assertThat(checksum(kind, 7, 3)).isEqualTo(first);
    }

    private String checksum(String kind, long seed, int threads) {
        Path model = folder.resolve("m.safetensors");
        Path data = csv(folder, "many.csv", numbers(5000, 7, 3));
        done("fit", data, "--model", kind, "-k", 4, "--seed", seed, "--threads", threads, "-o", model, "--force");
        JsonNode inspection = json("inspect", model);
        assertThat(inspection.path("provenance").path("seed").asLong()).isEqualTo(seed);
        assertThat(inspection.path("provenance").path("threads").asInt()).isEqualTo(threads);
        return inspection.path("tensors_sha256").asString();
    }

    static double[] doubles(JsonNode array) {
        return IntStream.range(0, array.size())
                .mapToDouble(i -> array.path(i).asDouble())
                .toArray();
    }
}
