package io.eckart.training.kmeans;

import static org.assertj.core.api.Assertions.assertThat;

import io.eckart.numerics.DoubleMatrix;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.RandomStreams;
import io.eckart.numerics.Workers;
import io.eckart.numerics.neighbour.NearestCentroids;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RowComparisonTest {
    private static final long SEED = 20261126;
    private static final int ROWS = 200;
    private static final int FEATURES = 300;

    /** All about 3000, where a float32 product is off by more than the distances differ. */
    private static FloatMatrix rows() {
        SplittableRandom random = new RandomStreams(SEED).stream("rows far from zero");
        FloatMatrix rows = FloatMatrix.zeros(ROWS, FEATURES);
        for (int i = 0; i < rows.values().length; i++) {
            rows.values()[i] = (float) (3000 + random.nextGaussian());
        }
        return rows;
    }

    private static int plain(FloatMatrix rows, int row, DoubleMatrix centroids) {
        int nearest = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int j = 0; j < centroids.rows(); j++) {
            double sum = 0;
            for (int f = 0; f < FEATURES; f++) {
                double difference = rows.get(row, f) - centroids.get(j, f);
                sum += difference * difference;
            }
            nearest = sum < least ? j : nearest;
            least = Math.min(least, sum);
        }
        return nearest;
    }

    @Test
    void roundingOfProductsDoesNotChangeTheAnswer() {
        FloatMatrix rows = rows();
        DoubleMatrix centroids = rows.copyRows(0, 3).toDouble();
        try (Workers workers = Workers.of(1)) {
            ClusterData data = ClusterData.of(rows, workers);
            RowComparison comparison = new RowComparison(data, new NearestCentroids(centroids), 3);
            for (int row = 3; row < ROWS; row++) {
                comparison.start(row);
                for (int j = 2; j >= 0; j--) {
                    comparison.compareWith(j);
                }
                assertThat(comparison.nearest())
                        .as("row %d, seed %d", row, SEED)
                        .isEqualTo(plain(rows, row, centroids));
            }
            assertThat(comparison.distances()).isEqualTo(3 * (ROWS - 3));
        }
    }
}
