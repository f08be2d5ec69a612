package io.eckart.training.kmeans;

import static org.assertj.core.api.Assertions.assertThat;

import io.eckart.numerics.DoubleMatrix;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.RandomStreams;
import io.eckart.numerics.Workers;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ContractionTest {
    private static final long SEED = 20261126;

    private static ClusterData data(FloatMatrix rows) {
        try (Workers workers = Workers.of(2)) {
            return ClusterData.of(rows, workers).preparedFor(30, workers);
        }
    }

    private static double square(float[] x, int from, double[] y, int start, int count) {
        double sum = 0;
        for (int f = 0; f < count; f++) {
            double difference = x[from + f] - y[start + f];
            sum += difference * difference;
        }
        return sum;
    }

    @Test
    void distancesLieBetweenItsBounds() {
        FloatMatrix rows = LloydTest.flatBlobs(700, 300, 20);
        Contraction contraction = data(rows).contraction().orElseThrow();
        DoubleMatrix centroids = LloydTest.firstRows(rows, 30);
        DoubleMatrix mapped = contraction.of(centroids);
        float[] point = new float[Contraction.DIMENSIONS];
        double tightest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < rows.rows(); i++) {
            contraction.copy(i, point, 0);
            for (int j = 0; j < centroids.rows(); j++) {
                double distance = square(rows.values(), i * 300, centroids.values(), j * 300, 300);
                double near = square(point, 0, mapped.values(), j * Contraction.DIMENSIONS, Contraction.DIMENSIONS);
                double width = 4 * contraction.left(i) * Contraction.left(mapped, j);
                double norms =
                        norm(rows.values(), i * 300) + norm(centroids.toFloat().values(), j * 300);
                assertThat(distance)
                        .isBetween(near - contraction.error(norms), near + width + contraction.error(norms));
                tightest = i == j ? tightest : Math.min(tightest, (near + width - distance) / distance);
            }
        }
        // What is left is small here, so the bounds are close to each other.
        assertThat(tightest).isLessThan(0.05);
    }

    private static double norm(float[] x, int from) {
        double sum = 0;
        for (int f = from; f < from + 300; f++) {
            sum += (double) x[f] * x[f];
        }
        return Math.sqrt(sum);
    }

    @Test
    void thereIsNoneWhereTheBasisLeavesMuch() {
        SplittableRandom random = new RandomStreams(SEED).stream("isotropic");
        FloatMatrix rows = FloatMatrix.zeros(500, 300);
        for (int i = 0; i < rows.values().length; i++) {
            rows.values()[i] = (float) random.nextGaussian();
        }
        assertThat(data(rows).contraction()).as("seed %d", SEED).isEmpty();
    }

    @Test
    void thereIsNoneForFewFeaturesHolesOrFewRows() {
        assertThat(data(LloydTest.blobs(500, 20, 5, 0)).contraction()).isEmpty();
        assertThat(data(LloydTest.blobs(500, 300, 5, 0.1)).contraction()).isEmpty();
        assertThat(data(LloydTest.flatBlobs(40, 300, 5)).contraction()).isEmpty();
    }
}
