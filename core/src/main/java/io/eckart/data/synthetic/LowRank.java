package io.eckart.data.synthetic;

import io.eckart.numerics.DoubleMatrix;
import io.eckart.numerics.RandomStreams;
import java.util.List;

/**
 * Generates data with a known spectrum: X = S + noise, where S = sqrt(n) U diag(sqrt(eigenvalues)) V has rank r, U (n x
 * r) and V (r x d) are random with orthonormal columns and rows, and the columns of U sum to 0.
 *
 * <p>So, up to rounding, the columns of S have mean 0 and the eigenvalues of its second moment (and covariance) S'S / n are
 * exactly those given, with the rows of V as eigenvectors: PCA finds the same components with and without centring. Noise
 * is Gaussian, independent in every cell, and adds its variance to every eigenvalue in expectation.
 *
 * @param rows number of samples n, at least 2
 * @param columns number of features d, at least 1
 * @param eigenvalues r of them, positive and finite, in descending order; r, the intrinsic dimension, is from 1 to the
 *     smaller of d and n - 1
 * @param noise standard deviation of the noise, at least 0
 * @param seed any value
 */
public record LowRank(int rows, int columns, List<Double> eigenvalues, double noise, long seed) {

    /** @throws IllegalArgumentException if a setting is out of its range */
    public LowRank {
        eigenvalues = List.copyOf(eigenvalues);
        Settings.checkShape(rows, columns, 1);
        Settings.checkInteger("number of eigenvalues", eigenvalues.size(), 1, Math.min(columns, rows - 1));
        Settings.checkNotNegative("noise", noise);
        checkDescending(eigenvalues);
    }

    /**
     * Data with known truth.
     *
     * @param values n x d, {@code clean} plus noise
     * @param clean n x d of rank r
     * @param components r x d, orthonormal rows: the eigenvectors, in the order of the eigenvalues
     */
    public record Sample(DoubleMatrix values, DoubleMatrix clean, DoubleMatrix components) {}

    /** The data for these settings, the same bits each time. The noise does not depend on the eigenvalues. */
    public Sample generate() {
        RandomStreams streams = new RandomStreams(seed);
        int rank = eigenvalues.size();
        DoubleMatrix scores = OrthonormalRows.draw(rank, rows, true, streams.stream("scores"));
        DoubleMatrix components = OrthonormalRows.draw(rank, columns, false, streams.stream("components"));
        DoubleMatrix clean = product(scores, components);
        return new Sample(Noise.added(clean, noise, streams.stream("noise")), clean, components);
    }

    private DoubleMatrix product(DoubleMatrix scores, DoubleMatrix components) {
        DoubleMatrix clean = DoubleMatrix.zeros(rows, columns);
        for (int k = 0; k < eigenvalues.size(); k++) {
            double strength = Math.sqrt(rows * eigenvalues.get(k));
            for (int i = 0; i < rows; i++) {
                double score = strength * scores.get(k, i);
                for (int j = 0; j < columns; j++) {
                    clean.values()[i * columns + j] += score * components.get(k, j);
                }
            }
        }
        return clean;
    }

    private static void checkDescending(List<Double> eigenvalues) {
        double highest = Double.MAX_VALUE;
        for (int k = 0; k < eigenvalues.size(); k++) {
            double eigenvalue = eigenvalues.get(k);
            if (!(eigenvalue > 0 && eigenvalue <= highest)) {
                throw new IllegalArgumentException(
                        "eigenvalue " + (k + 1) + " must be above 0 and at most " + highest + ", got " + eigenvalue);
            }
            highest = eigenvalue;
        }
    }
}
