package io.eckart.training.kmeans;

import io.eckart.numerics.DoubleMatrix;
import io.eckart.numerics.blas.LinearAlgebra;
import java.util.Arrays;

/**
 * How far each centroid moved, and how far apart they now are: what bounds are kept up to date with.
 *
 * @param distances k entries, how far each centroid moved
 * @param roundedUp the same in float32, with what a float32 subtraction from a bound may round away added
 * @param halfGaps k x k, at most half the distance between two centroids; infinite on the diagonal; nothing if they are not wanted
 * @param smallestHalfGaps k entries, the least half gap of each centroid
 * @param largest the index of the centroid that moved the farthest
 * @param second how far the one after it moved
 */
@SuppressWarnings("ArrayRecordComponent") // identity is never asked of it
record CentroidMovement(
        double[] distances,
        float[] roundedUp,
        float[][] halfGaps,
        float[] smallestHalfGaps,
        int largest,
        double second) {
    /** Rounding of float64 sums of d terms, with room. */
    private static final double ROUNDING = 1e-10;
    /** Two units in the last place of float32. */
    private static final double FLOAT_ROUNDING = 0x1p-22;

    static CentroidMovement none(int k) {
        return new CentroidMovement(new double[k], new float[k], new float[k][k], new float[k], 0, 0);
    }

    /**
     * @param withGaps whether the gaps between centroids are wanted; else they are left at zero, which bounds nothing
     * @param farthest no distance between a row and a centroid is larger
     */
    static CentroidMovement between(DoubleMatrix before, DoubleMatrix after, boolean withGaps, double farthest) {
        int k = after.rows();
        double[] distances = new double[k];
        Arrays.setAll(distances, j -> distance(before, after, j));
        float[] roundedUp = new float[k];
        int largest = 0;
        double second = 0;
        for (int j = 0; j < k; j++) {
            roundedUp[j] = (float) ((distances[j] + FLOAT_ROUNDING * farthest) * (1 + FLOAT_ROUNDING));
            if (j > 0 && distances[j] > distances[largest]) {
                second = distances[largest];
                largest = j;
            } else if (j > 0) {
                second = Math.max(second, distances[j]);
            }
        }
        float[][] gaps = withGaps ? halfGaps(after) : new float[0][];
        return new CentroidMovement(distances, roundedUp, gaps, smallest(gaps, k), largest, second);
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

    private static float[][] halfGaps(DoubleMatrix centroids) {
        int k = centroids.rows();
        int d = centroids.columns();
        double[] products = new double[k * k];
        double[] values = centroids.values();
        LinearAlgebra.get().gemm(false, true, k, k, d, 1, values, 0, d, values, 0, d, 0, products, 0, k);
        float[][] gaps = new float[k][k];
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                double norms = products[i * k + i] + products[j * k + j];
                double squared = norms - 2 * products[i * k + j] - ROUNDING * norms;
                double half = Math.sqrt(Math.max(0, squared)) / 2;
                gaps[i][j] = i == j ? Float.POSITIVE_INFINITY : (float) (half * (1 - FLOAT_ROUNDING));
            }
        }
        return gaps;
    }

    private static float[] smallest(float[][] gaps, int k) {
        float[] smallest = new float[k];
        for (int i = 0; i < gaps.length; i++) {
            float least = Float.POSITIVE_INFINITY;
            for (float gap : gaps[i]) {
                least = Math.min(least, gap);
            }
            // A single cluster has no gap; the bound on other centroids is infinite anyway.
            smallest[i] = Float.isInfinite(least) ? 0 : least;
        }
        return smallest;
    }
}
