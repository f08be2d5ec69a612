package io.eckart.network.pass;

import io.eckart.numerics.DoubleMatrix;
import io.eckart.numerics.product.MatrixView;
import io.eckart.numerics.product.Reals64;
import java.util.Arrays;

/**
 * A subspace that an autoencoder can start from, such as that of principal components, in the units of the parameters.
 *
 * @param directions c x d, orthonormal rows
 * @param mean d values, the mean row, which replaces hidden cells
 * @param offset d values, the vector added to the projection of a row: 0, or {@code (I - V'V) mean} about the mean
 * @param kept c values in (0, 1], the part of each direction that a reconstruction should keep: below 1 where the rows are noisy
 */
@SuppressWarnings("ArrayRecordComponent") // an argument of starts, not kept; never compared
public record Subspace(DoubleMatrix directions, double[] mean, double[] offset, double[] kept) {

    /** The subspace through the origin, or through the mean; reconstructions are projections. */
    public static Subspace of(DoubleMatrix directions, double[] mean, boolean throughMean) {
        double[] offset = throughMean ? mean.clone() : new double[mean.length];
        for (int c = 0; throughMean && c < directions.rows(); c++) {
            double along = 0;
            for (int j = 0; j < mean.length; j++) {
                along += directions.get(c, j) * mean[j];
            }
            for (int j = 0; j < mean.length; j++) {
                offset[j] -= along * directions.get(c, j);
            }
        }
        double[] kept = new double[directions.rows()];
        Arrays.fill(kept, 1);
        return new Subspace(directions, mean, offset, kept);
    }

    /**
     * The same for rows with noise: the Wiener filter {@code lambda / (lambda + variance)} keeps the best part of each direction.
     *
     * @param energies c values lambda, the mean squared code entry of each direction
     * @param variance of the noise in each feature, at least 0
     */
    public Subspace withNoise(double[] energies, double variance) {
        double[] filtered = kept.clone();
        if (variance > 0) {
            Arrays.setAll(filtered, c -> energies[c] / (energies[c] + variance));
        }
        return new Subspace(directions, mean, offset, filtered);
    }

    /** c, the number of directions. */
    public int size() {
        return directions.rows();
    }

    /**
     * Sets the first c columns of a random B (d x k) to the directions.
     *
     * @param rest the factor of the other columns
     */
    public void setColumns(MatrixView b, double rest) {
        for (int i = 0; i < b.rows(); i++) {
            for (int c = 0; c < b.columns(); c++) {
                b.set(i, c, c < size() ? directions.get(c, i) : rest * b.get(i, c));
            }
        }
    }

    /** Sets the optional parts of a linear autoencoder: {@code E = A diag(mean)} for hidden cells, and the bias. */
    public void setOptional(Layout layout, Reals64 parameters) {
        MatrixView indicator = layout.optional(parameters, Layout.INDICATOR);
        if (indicator != null) {
            for (int c = 0; c < Math.min(size(), indicator.rows()); c++) {
                for (int j = 0; j < mean.length; j++) {
                    indicator.set(c, j, directions.get(c, j) * mean[j]);
                }
            }
        }
        MatrixView bias = layout.optional(parameters, Layout.BIAS);
        for (int j = 0; bias != null && j < mean.length; j++) {
            bias.set(0, j, offset[j]);
        }
    }
}
