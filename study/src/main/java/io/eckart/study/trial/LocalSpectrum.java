package io.eckart.study.trial;

import io.eckart.model.Reconstructor;
import io.eckart.numerics.DoubleMatrix;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.Workers;
import io.eckart.numerics.statistics.SymmetricEigen;

/**
 * What a reconstruction lets pass around a row: the singular values of its Jacobian there, by central differences. A projection on a
 * surface of dimension m lets m directions pass as they are and stops the others.
 *
 * @param passing the mean number of singular values above one half
 * @param energy the mean sum of their squares: small noise of variance s^2 in every cell comes out with this many s^2
 */
public record LocalSpectrum(double passing, double energy) {
    private static final double HALF = 0.5;

    /**
     * The spectrum around some rows.
     *
     * @param rows n x d, n at least 1
     * @param step h of the differences {@code (f(x + h e_j) - f(x - h e_j)) / 2h}, above 0
     */
    public static LocalSpectrum of(Reconstructor model, FloatMatrix rows, double step, Workers workers) {
        int n = rows.rows();
        int d = rows.columns();
        float[] images = model.reconstruct(moved(rows, step), workers).values();
        double passing = 0;
        double energy = 0;
        for (int i = 0; i < n; i++) {
            for (double square : SymmetricEigen.of(gram(images, i, d, step)).values()) {
                passing += square > HALF * HALF ? 1.0 / n : 0;
                energy += Math.max(0, square) / n;
            }
        }
        return new LocalSpectrum(passing, energy);
    }

    /** For each row and each feature, the row with the feature moved up, then down. */
    private static FloatMatrix moved(FloatMatrix rows, double step) {
        int d = rows.columns();
        FloatMatrix moved = FloatMatrix.zeros(2 * d * rows.rows(), d);
        for (int i = 0; i < moved.rows(); i++) {
            System.arraycopy(rows.values(), i / (2 * d) * d, moved.values(), i * d, d);
            int feature = i % (2 * d) / 2;
            moved.values()[i * d + feature] += (float) (i % 2 == 0 ? step : -step);
        }
        return moved;
    }

    /** {@code J J'} of the i-th row, whose eigenvalues are the squared singular values. */
    private static DoubleMatrix gram(float[] images, int row, int d, double step) {
        double[] slopes = new double[d * d];
        for (int j = 0; j < d; j++) {
            int up = (row * d + j) * 2 * d;
            for (int c = 0; c < d; c++) {
                slopes[j * d + c] = ((double) images[up + c] - images[up + d + c]) / (2 * step);
            }
        }
        DoubleMatrix gram = DoubleMatrix.zeros(d, d);
        for (int a = 0; a < d; a++) {
            for (int b = 0; b < d; b++) {
                double sum = 0;
                for (int c = 0; c < d; c++) {
                    sum += slopes[a * d + c] * slopes[b * d + c];
                }
                gram.values()[a * d + b] = sum;
            }
        }
        return gram;
    }
}
