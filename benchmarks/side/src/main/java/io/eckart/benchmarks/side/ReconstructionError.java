package io.eckart.benchmarks.side;

import java.util.stream.IntStream;

/** The mean over the rows of the squared distance between a row and what stands for it, in float64. */
public final class ReconstructionError {
    private ReconstructionError() {}

    /** Each row by its nearest centroid. */
    public static double ofCentroids(Rows rows, double[][] centroids) {
        return IntStream.range(0, rows.rows())
                        .parallel()
                        .mapToDouble(i -> nearest(rows, i, centroids))
                        .sum()
                / rows.rows();
    }

    private static double nearest(Rows rows, int row, double[][] centroids) {
        int d = rows.columns();
        double least = Double.POSITIVE_INFINITY;
        for (double[] centroid : centroids) {
            double sum = 0;
            for (int j = 0; j < d; j++) {
                double difference = rows.values()[row * d + j] - centroid[j];
                sum += difference * difference;
            }
            least = Math.min(least, sum);
        }
        return least;
    }

    /**
     * Each row by its projection about the mean.
     *
     * @param components k of d entries each, orthonormal
     */
    public static double ofComponents(Rows rows, double[][] components) {
        double[] mean = mean(rows);
        return IntStream.range(0, rows.rows())
                        .parallel()
                        .mapToDouble(i -> outside(rows, i, mean, components))
                        .sum()
                / rows.rows();
    }

    private static double outside(Rows rows, int row, double[] mean, double[][] components) {
        int d = rows.columns();
        double[] rest = new double[d];
        double square = 0;
        for (int j = 0; j < d; j++) {
            rest[j] = rows.values()[row * d + j] - mean[j];
            square += rest[j] * rest[j];
        }
        for (double[] component : components) {
            double score = 0;
            for (int j = 0; j < d; j++) {
                score += rest[j] * component[j];
            }
            square -= score * score;
        }
        return square;
    }

    private static double[] mean(Rows rows) {
        int d = rows.columns();
        double[] mean = new double[d];
        for (int i = 0; i < rows.values().length; i++) {
            mean[i % d] += rows.values()[i];
        }
        for (int j = 0; j < d; j++) {
            mean[j] /= rows.rows();
        }
        return mean;
    }
}
