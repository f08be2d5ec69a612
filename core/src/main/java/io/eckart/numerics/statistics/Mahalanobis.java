package io.eckart.numerics.statistics;

import io.eckart.numerics.DoubleMatrix;

/**
 * The squared Mahalanobis distance {@code (y - m)' C^-1 (y - m)} of points to a distribution with mean m and covariance C
 * (Mahalanobis 1936). For normal y it is chi-squared with k degrees of freedom.
 *
 * <p>Variances along the axes of C count as at least {@value #LEAST} of their mean, so that a direction in which the
 * distribution does not extend makes a point very odd, not infinitely so.
 */
public final class Mahalanobis {
    static final double LEAST = 1e-6;

    private final double[] mean;
    private final DoubleMatrix whitening;

    private Mahalanobis(double[] mean, DoubleMatrix whitening) {
        this.mean = mean;
        this.whitening = whitening;
    }

    /**
     * Distances to a distribution.
     *
     * @param mean m, k values
     * @param covariance C, k x k, symmetric, positive semi-definite
     * @throws IllegalArgumentException if the sizes do not agree or a value is not finite
     */
    public static Mahalanobis of(double[] mean, DoubleMatrix covariance) {
        int k = mean.length;
        if (covariance.rows() != k) {
            throw new IllegalArgumentException("a mean of " + k + " values does not go with a covariance of "
                    + covariance.rows() + " x " + covariance.columns());
        }
        SymmetricEigen axes = SymmetricEigen.of(covariance);
        double total = 0;
        for (double value : axes.values()) {
            total += Math.max(0, value);
        }
        DoubleMatrix whitening = DoubleMatrix.zeros(k, k);
        for (int i = 0; i < k; i++) {
            double variance = Math.max(axes.values()[i], LEAST * total / k);
            for (int j = 0; j < k && variance > 0; j++) {
                whitening.values()[i * k + j] = axes.vectors().get(i, j) / Math.sqrt(variance);
            }
        }
        return new Mahalanobis(mean.clone(), whitening);
    }

    /** The squared distance of the k values that start at {@code at}; 0 for every point where C is zero. */
    public double squared(float[] values, int at) {
        double[] difference = new double[mean.length];
        for (int j = 0; j < mean.length; j++) {
            difference[j] = values[at + j] - mean[j];
        }
        double sum = 0;
        for (int i = 0; i < mean.length; i++) {
            double along = 0;
            for (int j = 0; j < mean.length; j++) {
                along += whitening.get(i, j) * difference[j];
            }
            sum += along * along;
        }
        return sum;
    }
}
