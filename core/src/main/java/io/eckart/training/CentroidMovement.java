package io.eckart.training;

import io.eckart.numerics.DoubleMatrix;
import io.eckart.numerics.LinearAlgebra;
import java.util.Arrays;

/**
 * How far each centroid moved, and how far apart they now are: what Hamerly's bounds are kept up to date with.
 *
 * @param distances k entries, how far each centroid moved
 * @param halfGaps k entries, at most half the distance to the nearest other centroid
 * @param largest the index of the centroid that moved the farthest
 * @param second how far the one after it moved
 */
@SuppressWarnings("ArrayRecordComponent") // identity is never asked of it
record CentroidMovement(double[] distances, double[] halfGaps, int largest, double second) {
    /** Rounding of float64 sums of d terms, with room. */
    private static final double ROUNDING = 1e-10;

    static CentroidMovement none(int k) {
        return new CentroidMovement(new double[k], new double[k], 0, 0);
    }

    /** @param partial with unobserved cells the gap between centroids bounds no distance, so it is left at zero */
    static CentroidMovement between(DoubleMatrix before, DoubleMatrix after, boolean partial) {
        int k = after.rows();
        double[] distances = new double[k];
        Arrays.setAll(distances, j -> distance(before, after, j));
        int largest = 0;
        double second = 0;
        for (int j = 1; j < k; j++) {
            if (distances[j] > distances[largest]) {
                second = distances[largest];
                largest = j;
            } else {
                second = Math.max(second, distances[j]);
            }
        }
        return new CentroidMovement(distances, partial ? new double[k] : halfGaps(after), largest, second);
    }

    double of(int centroid) {
        return distances[centroid];
    }

    /** The farthest that any other centroid moved. */
    double largestOfOthers(int centroid) {
        return centroid == largest ? second : distances[largest];
    }

    double halfGap(int centroid) {
        return halfGaps[centroid];
    }

    private static double distance(DoubleMatrix before, DoubleMatrix after, int j) {
        int d = before.columns();
        double sum = 0;
        for (int f = j * d; f < (j + 1) * d; f++) {
            double difference = after.values()[f] - before.values()[f];
            sum += difference * difference;
        }
        return Math.sqrt(sum) * (1 + ROUNDING);
    }

    private static double[] halfGaps(DoubleMatrix centroids) {
        int k = centroids.rows();
        int d = centroids.columns();
        double[] products = new double[k * k];
        double[] values = centroids.values();
        LinearAlgebra.get().gemm(false, true, k, k, d, 1, values, 0, d, values, 0, d, 0, products, 0, k);
        double[] gaps = new double[k];
        for (int i = 0; i < k; i++) {
            double least = k == 1 ? 0 : Double.POSITIVE_INFINITY;
            for (int j = 0; j < k; j++) {
                double norms = products[i * k + i] + products[j * k + j];
                double gap = norms - 2 * products[i * k + j] - ROUNDING * norms;
                least = i == j ? least : Math.min(least, gap);
            }
            gaps[i] = Math.sqrt(Math.max(0, least)) / 2;
        }
        return gaps;
    }
}
