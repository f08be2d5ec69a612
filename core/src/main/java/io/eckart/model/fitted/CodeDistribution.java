package io.eckart.model.fitted;

import io.eckart.model.Pca;
import io.eckart.numerics.DoubleMatrix;
import io.eckart.numerics.FloatMatrix;

/**
 * Where the codes of the fitted rows lie.
 *
 * @param mean k values
 * @param covariance k x k, divided by n
 */
@SuppressWarnings("ArrayRecordComponent") // identity is never asked of a distribution
public record CodeDistribution(double[] mean, DoubleMatrix covariance) {

    /** @throws IllegalArgumentException if the sizes do not agree */
    public CodeDistribution {
        if (covariance.rows() != mean.length || covariance.columns() != mean.length) {
            throw new IllegalArgumentException("a code mean of " + mean.length
                    + " values does not go with a covariance of " + covariance.rows() + " x " + covariance.columns());
        }
    }

    /** The distribution of codes in memory, n x k with n at least 1, in float64 in the order of the rows. */
    public static CodeDistribution of(FloatMatrix codes) {
        int k = codes.columns();
        double[] mean = new double[k];
        for (int i = 0; i < codes.rows(); i++) {
            for (int j = 0; j < k; j++) {
                mean[j] += codes.get(i, j) / codes.rows();
            }
        }
        DoubleMatrix covariance = DoubleMatrix.zeros(k, k);
        double[] difference = new double[k];
        for (int row = 0; row < codes.rows(); row++) {
            for (int j = 0; j < k; j++) {
                difference[j] = codes.get(row, j) - mean[j];
            }
            for (int i = 0; i < k; i++) {
                for (int j = 0; j < k; j++) {
                    covariance.values()[i * k + j] += difference[i] * difference[j] / codes.rows();
                }
            }
        }
        return new CodeDistribution(mean, covariance);
    }

    /**
     * That of PCA, which follows from its energies: with m = V'(mean - origin) the covariance is {@code diag(lambda) - mm'}, and m
     * is 0 where the mean is the origin.
     */
    public static CodeDistribution of(Pca pca) {
        int k = pca.codeSize();
        double[] mean = new double[k];
        if (!pca.centered()) {
            for (int i = 0; i < k; i++) {
                for (int j = 0; j < pca.features(); j++) {
                    mean[i] += pca.components().get(i, j) * pca.parameters().means()[j];
                }
            }
        }
        DoubleMatrix covariance = DoubleMatrix.zeros(k, k);
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                covariance.values()[i * k + j] = (i == j ? pca.parameters().energy(i) : 0) - mean[i] * mean[j];
            }
        }
        return new CodeDistribution(mean, covariance);
    }
}
