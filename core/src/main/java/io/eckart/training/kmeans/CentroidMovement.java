package io.eckart.training.kmeans;

import io.eckart.numerics.DoubleMatrix;
import io.eckart.numerics.blas.LinearAlgebra;
import io.eckart.numerics.blas.Operand;
import java.util.Arrays;

/**
 * How far each centroid moved, and how far apart the centroids are now. Bounds are updated by both.
 *
 * @param distances k entries, how far each centroid moved
 * @param smallestHalfGaps k entries, at most half the distance of each centroid to any other; 0 if they are not needed
 * @param largest the index of the centroid that moved the farthest
 * @param second how far the one after it moved
 */
@SuppressWarnings("ArrayRecordComponent") // shared without copies within a fit; not exported
record CentroidMovement(double[] distances, double[] smallestHalfGaps, int largest, double second) {
    /** Rounding of float64 sums of d terms, with room. */
    private static final double ROUNDING = 1e-10;

    static CentroidMovement none(int k) {
        return new CentroidMovement(new double[k], new double[k], 0, 0);
    }

    /** @param withGaps whether the gaps between centroids are needed; otherwise they are 0, which bounds nothing */
    static CentroidMovement between(DoubleMatrix before, DoubleMatrix after, boolean withGaps) {
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
        return new CentroidMovement(distances, withGaps ? smallestHalfGaps(after) : new double[k], largest, second);
    }

    double of(int centroid) {
        return distances[centroid];
    }

    /** The farthest that any other centroid moved. */
    double largestOfOthers(int centroid) {
        return centroid == largest ? second : distances[largest];
    }

    double smallestHalfGap(int centroid) {
        return smallestHalfGaps[centroid];
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

    private static double[] smallestHalfGaps(DoubleMatrix centroids) {
        int k = centroids.rows();
        double[] products = new double[k * k];
        Operand all = Operand.of(centroids);
        LinearAlgebra.get().gemm(1, all, all.t(), 0, Operand.of(products, k, k));
        double[] smallest = new double[k];
        for (int i = 0; i < k; i++) {
            double least = Double.POSITIVE_INFINITY;
            for (int j = 0; j < k; j++) {
                double norms = products[i * k + i] + products[j * k + j];
                double squared = norms - 2 * products[i * k + j] - ROUNDING * norms;
                least = i == j ? least : Math.min(least, squared);
            }
            // A single cluster has no gap; the bound on other centroids is infinite anyway.
            smallest[i] = k == 1 ? 0 : Math.sqrt(Math.max(0, least)) / 2 * (1 - ROUNDING);
        }
        return smallest;
    }
}
