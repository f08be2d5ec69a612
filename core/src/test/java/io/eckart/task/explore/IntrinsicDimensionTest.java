package io.eckart.task.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.eckart.data.synthetic.LowRank;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.RandomStreams;
import io.eckart.numerics.Workers;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

class IntrinsicDimensionTest {
    private static final int N = 2000;
    private static final long SEED = 17;

    private static FloatMatrix rows(int d, BiConsumer<SplittableRandom, float[]> draw) {
        SplittableRandom random = new RandomStreams(SEED).stream("rows");
        FloatMatrix rows = FloatMatrix.zeros(N, d);
        float[] row = new float[d];
        for (int i = 0; i < N; i++) {
            draw.accept(random, row);
            System.arraycopy(row, 0, rows.values(), i * d, d);
        }
        return rows;
    }

    private static IntrinsicDimension of(FloatMatrix rows, int threads) {
        try (Workers workers = Workers.of(threads)) {
            return IntrinsicDimension.of(rows, workers);
        }
    }

    /** The standard error of the slope is about D / sqrt(n), 2 % here; five of them. */
    private static void assertDimension(FloatMatrix rows, double expected) {
        assertThat(of(rows, 2).twoNearest()).as("seed %d", SEED).isCloseTo(expected, within(.1 * expected));
    }

    @Test
    void aRolledSheetInTenDimensionsHasTwo() {
        assertDimension(
                rows(10, (random, row) -> {
                    double angle = 1.5 * Math.PI * (1 + 2 * random.nextDouble());
                    double height = 20 * random.nextDouble();
                    double[] roll = {angle * Math.cos(angle), height, angle * Math.sin(angle)};
                    for (int j = 0; j < 10; j++) {
                        // A turn of three dimensions into ten, by cosines that are orthonormal but for a factor.
                        row[j] = (float) (roll[0] * Math.cos(Math.PI * (j + .5) / 10)
                                + roll[1] * Math.cos(2 * Math.PI * (j + .5) / 10)
                                + roll[2] * Math.cos(3 * Math.PI * (j + .5) / 10));
                    }
                }),
                2);
    }

    @Test
    void aSphereHasOneLessThanItsSpace() {
        assertDimension(
                rows(4, (random, row) -> {
                    double square = 0;
                    double[] draws = new double[4];
                    for (int j = 0; j < 4; j++) {
                        draws[j] = random.nextGaussian();
                        square += draws[j] * draws[j];
                    }
                    for (int j = 0; j < 4; j++) {
                        row[j] = (float) (draws[j] / Math.sqrt(square));
                    }
                }),
                3);
    }

    @Test
    void independentColumnsHaveTheirNumber() {
        FloatMatrix rows = rows(5, (random, row) -> {
            for (int j = 0; j < 5; j++) {
                row[j] = (float) random.nextGaussian();
            }
        });
        // Finite samples of five dimensions are seen some per cent too small.
        assertDimension(rows, 5);
        assertThat(of(rows, 2).participationRatio()).isCloseTo(5, within(.1));
    }

    @Test
    void theSpectrumTellsPlantedDirections() {
        FloatMatrix rows = new LowRank(N, 20, List.of(9.0, 9.0, 9.0), .3, SEED)
                .generate()
                .values()
                .toFloat();
        IntrinsicDimension dimension = of(rows, 1);
        assertThat(dimension.parallelAnalysis()).as("seed %d", SEED).isEqualTo(3);
        assertThat(dimension.participationRatio()).isBetween(3.0, 3.5);
        assertThat(of(rows, 3)).isEqualTo(dimension);
    }

    @Test
    void equalRowsCountOnceAndIncompleteOnesNotAtAll() {
        FloatMatrix rows = rows(3, (random, row) -> {
            row[0] = (float) random.nextGaussian();
            row[1] = (float) random.nextGaussian();
            row[2] = row[0] - row[1];
        });
        for (int i = 0; i < N / 4; i++) {
            System.arraycopy(rows.values(), 3 * (N - 1 - i), rows.values(), 3 * i, 3);
        }
        rows.values()[3 * (N / 2)] = Float.NaN;
        IntrinsicDimension dimension = of(rows, 2);
        assertThat(dimension.twoNearest()).as("seed %d", SEED).isCloseTo(2, within(.2));
        assertThat(dimension.completeRows()).isEqualTo(N - 1);
        assertThat(of(FloatMatrix.zeros(100, 3), 1).twoNearest()).isNaN();
    }
}
