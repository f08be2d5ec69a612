package io.eckart.training.kmeans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.eckart.numerics.DoubleMatrix;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.RandomStreams;
import io.eckart.numerics.Workers;
import io.eckart.training.PlainLloyd;
import io.eckart.training.TrainingEvent;
import io.eckart.training.TrainingListener;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LloydTest {
    private static final long SEED = 20261123;

    /** Overlapping blobs: enough rows change their cluster for bounds to matter over many iterations. */
    static FloatMatrix blobs(int n, int d, int centers, double holes) {
        SplittableRandom random = new RandomStreams(SEED).stream("blobs " + n + " " + d);
        double[][] center = new double[centers][d];
        for (double[] c : center) {
            Arrays.setAll(c, f -> 2 * random.nextGaussian());
        }
        FloatMatrix rows = FloatMatrix.zeros(n, d);
        for (int i = 0; i < n * d; i++) {
            float value = (float) (center[i / d % centers][i % d] + random.nextGaussian());
            rows.values()[i] = random.nextDouble() < holes ? Float.NaN : value;
        }
        for (int i = 0; i < n; i++) {
            // No row without an observed cell: the plain formula has no answer for it.
            if (Float.isNaN(rows.get(i, 0))) {
                rows.values()[i * d] = 0.5f;
            }
        }
        return rows;
    }

    static DoubleMatrix firstRows(FloatMatrix rows, int k) {
        double[] start = rows.copyRows(0, k).toDouble().values();
        Arrays.setAll(start, i -> Double.isNaN(start[i]) ? 0 : start[i]);
        return new DoubleMatrix(k, rows.columns(), start);
    }

    /** Blobs near a subspace of twelve dimensions, as images are near one. */
    static FloatMatrix flatBlobs(int n, int d, int centers) {
        return flatBlobs(n, d, centers, 0.1, 0);
    }

    /**
     * @param noise besides the subspace
     * @param offset of all cells: products of float32 lose digits by it
     */
    private static FloatMatrix flatBlobs(int n, int d, int centers, double noise, double offset) {
        SplittableRandom random = new RandomStreams(SEED).stream("flat blobs " + n + " " + d);
        float[] coordinates = blobs(n, 12, centers, 0).values();
        double[] directions = random.doubles(12L * d, -1, 1).toArray();
        FloatMatrix rows = FloatMatrix.zeros(n, d);
        for (int i = 0; i < n * d; i++) {
            double value = offset + noise * random.nextGaussian();
            for (int a = 0; a < 12; a++) {
                value += coordinates[i / d * 12 + a] * directions[a * d + i % d];
            }
            rows.values()[i] = (float) value;
        }
        return rows;
    }

    private static ClusterData data(FloatMatrix rows, int clusters, Workers workers) {
        return ClusterData.of(rows, workers).preparedFor(clusters, workers);
    }

    private static Lloyd.Result run(FloatMatrix rows, DoubleMatrix start, int iterations, int threads) {
        try (Workers workers = Workers.of(threads)) {
            return new Lloyd(data(rows, start.rows(), workers), start, workers, TrainingListener.SILENT)
                    .run(iterations);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1000, 1, 3, 0",
        "1000, 4, 6, 0",
        "700, 13, 4, 0",
        "1500, 25, 16, 0",
        "600, 100, 5, 0",
        "3000, 6, 40, 0",
        "1000, 4, 6, 0.2",
        "700, 13, 4, 0.3",
        "1500, 25, 16, 0.1"
    })
    void everyIterationAssignsAsThePlainAlgorithmDoes(int n, int d, int k, double holes) {
        FloatMatrix rows = blobs(n, d, k + 2, holes);
        DoubleMatrix start = firstRows(rows, k);
        PlainLloyd plain = new PlainLloyd(rows, start);
        for (int iteration = 1; iteration <= 25; iteration++) {
            plain.iterate();
            Lloyd.Result fast = run(rows, start, iteration, 2);
            assertThat(fast.labels())
                    .as("iteration %d of seed %d", iteration, SEED)
                    .isEqualTo(plain.labels);
            // Sums of n float64 terms in another order.
            assertThat(fast.inertia()).isCloseTo(plain.inertia(), within(1e-10 * plain.inertia()));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1500, 256, 24, 26, 0.1, 0, 1",
        "2500, 300, 67, 40, 0.1, 0, 1",
        "600, 260, 200, 9, 0.1, 0, 1",
        "1500, 300, 60, 80, 0, 0, 1",
        "1500, 300, 60, 80, 1, 0, 1",
        "1500, 300, 60, 80, 2, 0, 1",
        "1500, 300, 60, 80, 2, 0, 0.01",
        "1500, 300, 60, 80, 1, 3000, 1"
    })
    void boundsFromFewDimensionsChangeNoAssignment(
            int n, int d, int k, int centers, double noise, double offset, float scale) {
        FloatMatrix rows = flatBlobs(n, d, centers, noise, offset);
        for (int i = 0; i < rows.values().length; i++) {
            rows.values()[i] *= scale;
        }
        DoubleMatrix start = firstRows(rows, k);
        PlainLloyd plain = new PlainLloyd(rows, start);
        try (Workers workers = Workers.of(2)) {
            assertThat(data(rows, k, workers).contraction()).isPresent();
        }
        for (int iteration = 1; iteration <= 12; iteration++) {
            plain.iterate();
            Lloyd.Result fast = run(rows, start, iteration, 2);
            assertThat(fast.labels())
                    .as("iteration %d of seed %d", iteration, SEED)
                    .isEqualTo(plain.labels);
        }
    }

    @ParameterizedTest
    @CsvSource({"3000, 300, 40, true", "5000, 17, 8, false"})
    void anyNumberOfThreadsGivesTheSameBits(int n, int d, int k, boolean flat) {
        FloatMatrix rows = flat ? flatBlobs(n, d, k + 1) : blobs(n, d, k + 1, 0);
        DoubleMatrix start = firstRows(rows, k);
        Lloyd.Result one = run(rows, start, 30, 1);
        for (int threads : new int[] {2, 3, 5}) {
            Lloyd.Result many = run(rows, start, 30, threads);
            assertThat(many.centroids().values()).isEqualTo(one.centroids().values());
            assertThat(many.inertia()).isEqualTo(one.inertia());
        }
    }

    @Test
    void inertiaNeverRises() {
        FloatMatrix rows = blobs(2000, 10, 12, 0.1);
        List<Double> inertias = new ArrayList<>();
        try (Workers workers = Workers.of(2)) {
            TrainingListener listener = event -> {
                if (event instanceof TrainingEvent.IterationEnded(int iteration, double objective)) {
                    assertThat(iteration).isEqualTo(inertias.size() + 1);
                    inertias.add(objective);
                }
            };
            new Lloyd(ClusterData.of(rows, workers), firstRows(rows, 10), workers, listener).run(100);
        }
        assertThat(inertias).hasSizeGreaterThan(5);
        for (int i = 1; i < inertias.size(); i++) {
            assertThat(inertias.get(i)).isLessThanOrEqualTo(inertias.get(i - 1) * (1 + 1e-12));
        }
    }

    @Test
    void emptyClustersAreGivenTheFarthestRows() {
        FloatMatrix rows = blobs(500, 3, 4, 0);
        double[] start = firstRows(rows, 6).values();
        // Three centroids so far out that no row is nearest to them.
        Arrays.fill(start, 9, 18, 1e6);
        Lloyd.Result result = run(rows, new DoubleMatrix(6, 3, start), 100, 2);
        long[] sizes = new long[6];
        for (int label : result.labels()) {
            sizes[label]++;
        }
        assertThat(sizes).as("seed %d", SEED).doesNotContain(0L);
        assertThat(result.converged()).isTrue();
    }

    @Test
    void bothBoundsAreUsed() {
        // With many well-separated clusters nearly all rows keep their cluster after the first passes; if bounds did
        // not
        // work, this would still be right but the test of identical assignments would compare the product with itself.
        FloatMatrix rows = blobs(4000, 8, 5, 0);
        try (Workers workers = Workers.of(1)) {
            ClusterData data = ClusterData.of(rows, workers);
            Lloyd lloyd = new Lloyd(data, firstRows(rows, 5), workers, TrainingListener.SILENT);
            lloyd.run(10);
            assertThat(lloyd.distancesComputed()).isLessThan(10L * 4000 * 5 * 8 / 10);
        }
    }

    @Test
    void boundsFromFewDimensionsLeaveFewDistances() {
        FloatMatrix rows = flatBlobs(4000, 300, 40);
        try (Workers workers = Workers.of(1)) {
            Lloyd lloyd = new Lloyd(data(rows, 40, workers), firstRows(rows, 40), workers, TrainingListener.SILENT);
            lloyd.run(10);
            assertThat(lloyd.distancesComputed()).isLessThan(10L * 4000 * 40 / 10);
        }
    }

    @Test
    void aRowWithoutAnObservedCellBelongsToNoCluster() {
        FloatMatrix rows = blobs(50, 3, 2, 0);
        Arrays.fill(rows.values(), 21, 24, Float.NaN);
        Lloyd.Result result = run(rows, firstRows(rows, 2), 50, 2);
        assertThat(result.labels()[7]).isEqualTo(-1);
        assertThat(result.inertia()).isPositive();
    }
}
