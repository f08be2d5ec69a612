package io.eckart.training.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.eckart.data.Targets;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.RandomStreams;
import io.eckart.numerics.SparseMatrix;
import io.eckart.numerics.Workers;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Graphs of similarity, labels spread over them, and labels of clusters. */
class SpreadingTest {
    private static final long SEED = 11;

    /** Two groups far apart, of which the second is empty of labels in some tests. */
    private static FloatMatrix twoGroups(int n) {
        SplittableRandom random = new RandomStreams(SEED).stream("groups");
        FloatMatrix rows = FloatMatrix.zeros(n, 2);
        for (int i = 0; i < n; i++) {
            rows.values()[2 * i] = (float) (random.nextGaussian() + (i % 2) * 100);
            rows.values()[2 * i + 1] = (float) random.nextGaussian();
        }
        return rows;
    }

    private static double[][] dense(SparseMatrix matrix) {
        double[][] dense = new double[matrix.rows()][matrix.columns()];
        for (int i = 0; i < matrix.rows(); i++) {
            for (int at = matrix.starts()[i]; at < matrix.starts()[i + 1]; at++) {
                dense[i][matrix.indices()[at]] = matrix.values()[at];
            }
        }
        return dense;
    }

    /** The definition: exp(-d^2 / d_m^2) to the m nearest, half of both directions added. */
    private static double[][] plainWeights(FloatMatrix rows, int m) {
        int n = rows.rows();
        double[][] weights = new double[n][n];
        for (int i = 0; i < n; i++) {
            int row = i;
            double[] squares = IntStream.range(0, n)
                    .mapToDouble(j -> Math.pow((double) rows.get(row, 0) - rows.get(j, 0), 2)
                            + Math.pow((double) rows.get(row, 1) - rows.get(j, 1), 2))
                    .toArray();
            double scale = Arrays.stream(squares).sorted().skip(m).findFirst().orElseThrow();
            for (int j = 0; j < n; j++) {
                if (j != i && squares[j] <= scale) {
                    weights[i][j] += Math.exp(-squares[j] / scale) / 2;
                    weights[j][i] += Math.exp(-squares[j] / scale) / 2;
                }
            }
        }
        return weights;
    }

    @Test
    void theGraphIsThatOfTheDefinition() {
        FloatMatrix rows = twoGroups(60);
        try (Workers workers = Workers.of(2)) {
            double[][] weights = dense(SimilarityGraph.of(rows, 4, workers).weights());
            double[][] plain = plainWeights(rows, 4);
            for (int i = 0; i < 60; i++) {
                assertThat(weights[i]).as("row %d, seed %d", i, SEED).containsExactly(plain[i], within(1e-12));
            }
        }
    }

    @Test
    void spreadingIsTwoHundredRoundsOfTheFormula() {
        int n = 60;
        FloatMatrix rows = twoGroups(n);
        int[] of = new int[n];
        Arrays.fill(of, -1);
        of[0] = 0;
        of[2] = 1;
        of[5] = 1;
        try (Workers workers = Workers.of(2)) {
            FloatMatrix probabilities = new Spreading(SimilarityGraph.of(rows, 4, workers), workers, () -> false)
                    .probabilities(new Targets.Classes(List.of("a", "b"), of));
            double[][] plain = plain(plainWeights(rows, 4), of);
            for (int i = 0; i < n; i++) {
                assertThat((double) probabilities.get(i, 0))
                        .as("row %d, seed %d", i, SEED)
                        // A run may end once a round changes no entry by more than 1e-6 of the largest, here after some
                        // hundred rounds; what is left is a geometric series of that.
                        .isCloseTo(plain[i][0] / (plain[i][0] + plain[i][1]), within(1e-3));
            }
        }
    }

    private static double[][] plain(double[][] weights, int[] of) {
        int n = of.length;
        double[] degree = new double[n];
        for (int i = 0; i < n; i++) {
            degree[i] = Arrays.stream(weights[i]).sum();
        }
        double[][] f = new double[n][2];
        for (int i = 0; i < n; i++) {
            for (int c = 0; c < 2; c++) {
                f[i][c] = of[i] == c ? 1 : 0;
            }
        }
        for (int round = 0; round < 200; round++) {
            double[][] next = new double[n][2];
            for (int i = 0; i < n; i++) {
                for (int c = 0; c < 2; c++) {
                    for (int j = 0; j < n; j++) {
                        next[i][c] += .99 * weights[i][j] / Math.sqrt(degree[i] * degree[j]) * f[j][c];
                    }
                    next[i][c] += of[i] == c ? .01 : 0;
                }
            }
            f = next;
        }
        for (int c = 0; c < 2; c++) {
            double mass = 0;
            for (double[] row : f) {
                mass += row[c];
            }
            for (double[] row : f) {
                row[c] /= mass;
            }
        }
        return f;
    }

    @Test
    void rowsThatNoLabelReachesAreUnknown() {
        FloatMatrix rows = twoGroups(80);
        int[] of = new int[80];
        Arrays.fill(of, -1);
        of[0] = 0;
        of[2] = 1;
        double[] values = new double[80];
        Arrays.fill(values, Double.NaN);
        values[0] = 7;
        values[4] = 7;
        try (Workers workers = Workers.of(2)) {
            Spreading spreading = new Spreading(SimilarityGraph.of(rows, 5, workers), workers, () -> false);
            FloatMatrix probabilities = spreading.probabilities(new Targets.Classes(List.of("a", "b"), of));
            double[] estimates = spreading.estimates(new Targets.Values(values));
            for (int i = 0; i < 80; i++) {
                assertThat(Float.isNaN(probabilities.get(i, 0))).as("row %d", i).isEqualTo(i % 2 == 1);
                assertThat(Double.isNaN(estimates[i])).as("row %d", i).isEqualTo(i % 2 == 1);
            }
            // What is 7 wherever it is known is 7 everywhere.
            assertThat(estimates[6]).isCloseTo(7, within(1e-12));
        }
    }

    @Test
    void anyNumberOfThreadsGivesTheSameBits() {
        FloatMatrix rows = twoGroups(3000);
        int[] of = new int[3000];
        Arrays.fill(of, -1);
        for (int i = 0; i < 20; i++) {
            of[i * 7] = i % 3;
        }
        Targets.Classes known = new Targets.Classes(List.of("a", "b", "c"), of);
        try (Workers one = Workers.of(1);
                Workers three = Workers.of(3)) {
            float[] alone = new Spreading(SimilarityGraph.of(rows, 6, one), one, () -> false)
                    .probabilities(known)
                    .values();
            assertThat(new Spreading(SimilarityGraph.of(rows, 6, three), three, () -> false)
                            .probabilities(known)
                            .values())
                    .isEqualTo(alone);
        }
    }

    @Test
    void rowsThatAreAllTheSameAreJoinedToEachOther() {
        try (Workers workers = Workers.of(1)) {
            SparseMatrix weights =
                    SimilarityGraph.of(FloatMatrix.zeros(5, 2), 2, workers).weights();
            assertThat(weights.values()).isNotEmpty();
            assertThat(java.util.Arrays.stream(weights.values())).allMatch(weight -> weight > 0 && weight <= 1);
        }
    }

    @Test
    void aClusterTakesTheLabelOfMostAndStaysUnknownWithoutOne() {
        int[] clusters = {0, 0, 0, 0, 1, 1, 2, -1};
        int[] of = {1, 0, 1, -1, 0, -1, -1, 1};
        assertThat(ClusterLabels.infer(clusters, new Targets.Classes(List.of("a", "b"), of)))
                .isInstanceOfSatisfying(
                        Targets.Classes.class,
                        inferred -> assertThat(inferred.of()).containsExactly(1, 1, 1, 1, 0, 0, -1, -1));
        double[] values = {1, 2, 6, Double.NaN, 5, Double.NaN, Double.NaN, 9};
        assertThat(ClusterLabels.infer(clusters, new Targets.Values(values)))
                .isInstanceOfSatisfying(
                        Targets.Values.class,
                        inferred ->
                                assertThat(inferred.of()).containsExactly(3, 3, 3, 3, 5, 5, Double.NaN, Double.NaN));
    }
}
