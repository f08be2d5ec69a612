package io.eckart.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.eckart.data.Table;
import io.eckart.model.fitted.FittedModel;
import io.eckart.numerics.DoubleMatrix;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.RandomStreams;
import io.eckart.numerics.Workers;
import io.eckart.numerics.neighbour.NearestCentroids;
import io.eckart.numerics.neighbour.SquaredNorms;
import io.eckart.task.FitOptions;
import io.eckart.task.fit.Fit;
import io.eckart.training.KMeansConfig;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KMeansTest extends ModelConformance<KMeans> {
    private static final long SEED = 77;

    @Override
    FittedModel<KMeans> fit(Table table, int codeSize, FitOptions options) {
        return Fit.kMeans(table, KMeansConfig.clusters(codeSize), options).model();
    }

    /** Coarse values and repeated centroids make ties and near ties the rule, not the exception. */
    @ParameterizedTest
    @CsvSource({"1, 1, 0", "4, 6, 0", "13, 16, 0", "25, 4, 0", "100, 25, 0", "6, 13, 0.3", "25, 16, 0.3"})
    void predictionIsTheArgminOfThePlainFormula(int d, int k, double holes) {
        SplittableRandom random = new RandomStreams(SEED).stream("predict " + d);
        for (float scale : new float[] {1e-20f, 1, 3e4f, 1e18f, 1e25f}) {
            FloatMatrix rows = FloatMatrix.zeros(700, d);
            double[] centroids = new double[k * d];
            for (int i = 0; i < rows.values().length; i++) {
                float value = scale * (16 + random.nextInt(3));
                rows.values()[i] = random.nextDouble() < holes ? Float.NaN : value;
            }
            Arrays.setAll(centroids, i -> scale * (16 + random.nextInt(3)) * (1 + 1e-9 * random.nextInt(2)));
            System.arraycopy(centroids, 0, centroids, (k - 1) * d, d);
            KMeans model = new KMeans(new DoubleMatrix(k, d, centroids), new double[d], 0, 700);
            try (Workers workers = Workers.of(2)) {
                int[] predicted = model.predict(rows, workers);
                for (int i = 0; i < 700; i++) {
                    assertThat(predicted[i])
                            .as("row %d, scale %s, seed %d", i, scale, SEED)
                            .isEqualTo(plain(rows, i, centroids, k));
                }
            }
        }
    }

    private static int plain(FloatMatrix rows, int row, double[] centroids, int k) {
        int d = rows.columns();
        int best = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int j = 0; j < k; j++) {
            double even = 0;
            double odd = 0;
            boolean seen = false;
            for (int f = 0; f < d; f++) {
                double difference = rows.get(row, f) - centroids[j * d + f];
                if (!Double.isNaN(difference)) {
                    seen = true;
                    even += f % 2 == 0 ? difference * difference : 0;
                    odd += f % 2 == 1 ? difference * difference : 0;
                }
            }
            if (seen && even + odd < least) {
                least = even + odd;
                best = j;
            }
        }
        return best;
    }

    @Test
    void codesAreDistancesAndReconstructionsAreCentroids() {
        KMeans model = new KMeans(new DoubleMatrix(2, 2, new double[] {0, 0, 6, 8}), new double[] {3, 4}, 1, 2);
        try (Workers workers = Workers.of(1)) {
            FloatMatrix rows = new FloatMatrix(2, 2, new float[] {0, 0, 6, Float.NaN});
            assertThat(model.encode(rows, workers).values()).containsExactly(0, 10, 6, 0);
            assertThat(model.reconstruct(rows, workers).values()).containsExactly(0, 0, 6, 8);
            FloatMatrix blank = new FloatMatrix(1, 2, new float[] {Float.NaN, Float.NaN});
            assertThat(model.predict(blank, workers)).containsExactly(-1);
            assertThat(model.reconstruct(blank, workers).values()).containsExactly(3, 4);
        }
    }

    @Test
    void boundsEncloseTheDistances() {
        SplittableRandom random = new RandomStreams(SEED).stream("bounds");
        int d = 50;
        int k = 9;
        double[] centroids = new double[k * d];
        Arrays.setAll(centroids, i -> 5 + random.nextGaussian());
        NearestCentroids nearest = new NearestCentroids(new DoubleMatrix(k, d, centroids));
        float[] rows = new float[NearestCentroids.BLOCK * d];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = (float) (5 + random.nextGaussian());
        }
        double[] squares = new double[NearestCentroids.BLOCK];
        Arrays.setAll(squares, i -> SquaredNorms.of(rows, i * d, d));
        NearestCentroids.Scratch scratch = nearest.scratch();
        nearest.find(rows, 0, NearestCentroids.BLOCK, squares, false, scratch);
        for (int i = 0; i < NearestCentroids.BLOCK; i++) {
            for (int j = 0; j < k; j++) {
                double distance = Math.sqrt(nearest.squaredDistance(rows, i * d, j));
                assertThat(nearest.roughSquaredDistance(rows, i * d, squares[i], j))
                        .isCloseTo(distance * distance, within(nearest.error(squares[i])));
                if (j == scratch.nearest[i]) {
                    assertThat(scratch.upper[i]).isGreaterThanOrEqualTo(distance);
                } else {
                    assertThat(scratch.lower[i]).isLessThanOrEqualTo(distance);
                }
            }
        }
    }
}
