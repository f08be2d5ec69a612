package io.eckart.task.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.Workers;
import io.eckart.training.pca.PairwiseCovariance;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CorrelationsTest {
    private static final int N = 400;

    private static List<Exploration.Correlation> strongest(FloatMatrix rows, int... columns) {
        List<Correlations.Named> features = IntStream.range(0, rows.columns())
                .mapToObj(j -> new Correlations.Named("f" + j, columns[j]))
                .toList();
        try (Workers workers = Workers.of(1)) {
            return Correlations.strongest(rows, PairwiseCovariance.of(rows, workers), features);
        }
    }

    /** Feature 0 is noise, 1 is half feature 0, 2 has both of its rows on a line with the others. */
    private static FloatMatrix rows() {
        SplittableRandom random = new SplittableRandom(3);
        FloatMatrix rows = FloatMatrix.zeros(N, 3);
        for (int i = 0; i < N; i++) {
            float a = (float) random.nextGaussian();
            rows.values()[3 * i] = a;
            rows.values()[3 * i + 1] = 0.5f * a + (float) random.nextGaussian();
            rows.values()[3 * i + 2] = i < 2 ? 100 * a : Float.NaN;
        }
        return rows;
    }

    @Test
    void twoRowsInCommonAreNoCorrelation() {
        assertThat(strongest(rows(), 0, 1, 2)).singleElement().satisfies(pair -> {
            assertThat(pair.first()).isEqualTo("f0");
            assertThat(pair.second()).isEqualTo("f1");
            // 1 / sqrt(5), to three standard errors (1 - r^2) / sqrt(n).
            assertThat(pair.r()).isCloseTo(1 / Math.sqrt(5), within(0.12));
        });
    }

    /** Over the rows in common the two are one; over the others the first has a hundred times the spread. */
    @Test
    void scalesAreThoseOfTheRowsInCommon() {
        SplittableRandom random = new SplittableRandom(4);
        FloatMatrix rows = FloatMatrix.zeros(N, 3);
        for (int i = 0; i < N; i++) {
            float a = (float) random.nextGaussian();
            rows.values()[3 * i] = i < 50 ? a : 100 * a;
            rows.values()[3 * i + 1] = i < 50 ? a : Float.NaN;
            rows.values()[3 * i + 2] = rows.values()[3 * i] + 100 * (float) random.nextGaussian();
        }
        List<Exploration.Correlation> found = strongest(rows, 0, 1, 2);
        assertThat(found.getFirst().second())
                .as("ahead of f0 and f2, which the scales of all rows favour")
                .isEqualTo("f1");
        // float32 cells are equal: only sums in float64 are rounded.
        assertThat(found.getFirst().r()).isCloseTo(1, within(1e-12));
    }

    /** With nothing missing the order is that of |r|, whatever its sign. */
    @Test
    void theStrongestComeFirst() {
        SplittableRandom random = new SplittableRandom(5);
        FloatMatrix rows = FloatMatrix.zeros(N, 4);
        for (int i = 0; i < N; i++) {
            float a = 7 + (float) random.nextGaussian();
            rows.values()[4 * i] = a;
            rows.values()[4 * i + 1] = a + 3 * (float) random.nextGaussian();
            rows.values()[4 * i + 2] = -a + 0.1f * (float) random.nextGaussian();
            rows.values()[4 * i + 3] = 2;
        }
        List<Exploration.Correlation> found = strongest(rows, 0, 1, 2, 3);
        assertThat(found).hasSize(3).isSortedAccordingTo((x, y) -> Double.compare(Math.abs(y.r()), Math.abs(x.r())));
        assertThat(found.getFirst().second()).isEqualTo("f2");
        // The plain formula in float64, over the same cells.
        assertThat(found.getFirst().r())
                .isCloseTo(pearson(rows, 0, 2), within(1e-12))
                .isNegative();
    }

    private static double pearson(FloatMatrix rows, int a, int b) {
        double meanA =
                IntStream.range(0, N).mapToDouble(i -> rows.get(i, a)).average().orElseThrow();
        double meanB =
                IntStream.range(0, N).mapToDouble(i -> rows.get(i, b)).average().orElseThrow();
        double ab = IntStream.range(0, N)
                .mapToDouble(i -> (rows.get(i, a) - meanA) * (rows.get(i, b) - meanB))
                .sum();
        double aa = IntStream.range(0, N)
                .mapToDouble(i -> Math.pow(rows.get(i, a) - meanA, 2))
                .sum();
        double bb = IntStream.range(0, N)
                .mapToDouble(i -> Math.pow(rows.get(i, b) - meanB, 2))
                .sum();
        return ab / Math.sqrt(aa * bb);
    }

    @Test
    void levelsOfOneColumnAreNotCompared() {
        assertThat(strongest(rows(), 7, 7, 8)).isEmpty();
    }
}
