package io.eckart.model.fitted;

import io.eckart.model.Pca;
import io.eckart.numerics.DoubleMatrix;
import io.eckart.numerics.FloatMatrix;

/**
 * Mean and covariance of the codes of the fitted rows. Immutable.
 *
 * @param mean k values
 * @param covariance k x k, divided by n
 */
@SuppressWarnings("ArrayRecordComponent") // copied in and out; distributions are never compared
public record CodeDistribution(double[] mean, DoubleMatrix covariance) {

    /** @throws IllegalArgumentException if the sizes do not agree */
    public CodeDistribution {
        if (covariance.rows() != mean.length || covariance.columns() != mean.length) {
            throw new IllegalArgumentException("a code mean of " + mean.length + " values does not fit a covariance of "
                    + covariance.rows() + " x " + covariance.columns());
        }
        mean = mean.clone();
        covariance = covariance.copyRows(0, covariance.rows());
    }

    @Override
    public double[] mean() {
        return mean.clone();
    }

    @Override
    public DoubleMatrix covariance() {
        return covariance.copyRows(0, covariance.rows());
    }

    /** The distribution of codes in memory, n x k with n at least 1, added up in float64 in the order of the rows. */
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
     * The distribution of the codes of PCA, which follows from its energies: the mean is {@code m = V'(mean - origin)}, which is
     * 0 where the mean is the origin, and the covariance is {@code diag(lambda) - mm'}.
     */
    public static CodeDistribution of(Pca pca) {
        int k = pca.codeSize();
        double[] mean = new double[k];
        if (!pca.centered()) {
            DoubleMatrix components = pca.components();
            double[] featureMeans = pca.parameters().means();
            for (int i = 0; i < k; i++) {
                for (int j = 0; j < pca.features(); j++) {
                    mean[i] += components.get(i, j) * featureMeans[j];
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
