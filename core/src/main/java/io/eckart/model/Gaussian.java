package io.eckart.model;

import io.eckart.numerics.DoubleMatrix;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.Workers;
import io.eckart.numerics.statistics.ConditionalNormal;
import java.util.Arrays;

/**
 * A normal distribution of the features with full covariance. A missing cell is filled with its conditional mean given the
 * observed cells of its row, {@code mu_m + Sigma_mo Sigma_oo^-1 (x_o - mu_o)}, which is exact under the model, and so is the
 * conditional standard deviation (Little and Rubin, Statistical Analysis with Missing Data, section 11.2).
 *
 * <p>The conditional mean is also the best linear reconstruction of a cell from any other cells. Immutable and safe for use
 * by several threads.
 */
public final class Gaussian implements Model, UncertainFiller, CellEstimate {
    private final double[] means;
    private final DoubleMatrix covariance;
    private final long samples;
    private final ConditionalNormal normal;

    /**
     * @param means d values
     * @param covariance d x d, symmetric
     * @param samples n, the number of fitted rows
     * @throws IllegalArgumentException if the sizes do not agree or a variance is below 0
     */
    public Gaussian(double[] means, DoubleMatrix covariance, long samples) {
        int d = means.length;
        if (d < 1 || covariance.rows() != d || covariance.columns() != d || samples < 1) {
            throw new IllegalArgumentException(d + " means, a covariance of " + covariance.rows() + " x "
                    + covariance.columns() + " and " + samples + " samples do not go together");
        }
        for (int j = 0; j < d; j++) {
            if (!(covariance.get(j, j) >= 0)) {
                throw new IllegalArgumentException("variance " + j + " must be at least 0, is " + covariance.get(j, j));
            }
        }
        this.means = means.clone();
        this.covariance = covariance.copyRows(0, d);
        this.samples = samples;
        this.normal = new ConditionalNormal(this.means, this.covariance);
    }

    @Override
    public String kind() {
        return "gaussian";
    }

    @Override
    public int features() {
        return means.length;
    }

    /** d: there is no code. */
    @Override
    public int codeSize() {
        return means.length;
    }

    /** A copy of the d means. */
    public double[] means() {
        return means.clone();
    }

    /** A copy of the covariance, d x d. */
    public DoubleMatrix covariance() {
        return covariance.copyRows(0, features());
    }

    public long samples() {
        return samples;
    }

    /** What was added to the diagonal of the correlation matrix to make it invertible; 0 where nothing was needed. */
    public double ridge() {
        return normal.ridge();
    }

    @Override
    public FloatMatrix fill(FloatMatrix rows, Workers workers) {
        return FillBlocks.map(rows, features(), workers, this::rowFiller);
    }

    @Override
    public RowFiller rowFiller() {
        ConditionalNormal.Workspace space = normal.workspace();
        return (values, start) -> fillRow(values, start, space);
    }

    private void fillRow(float[] values, int start, ConditionalNormal.Workspace space) {
        space.condition(values, start);
        for (int i = 0; i < space.missing(); i++) {
            values[start + space.missing(i)] = (float) space.mean(i);
        }
    }

    @Override
    public FloatMatrix deviations(FloatMatrix rows, Workers workers) {
        return FillBlocks.map(rows, features(), workers, () -> {
            ConditionalNormal.Workspace space = normal.workspace();
            return (values, start) -> {
                space.condition(values, start);
                Arrays.fill(values, start, start + features(), Float.NaN);
                for (int i = 0; i < space.missing(); i++) {
                    values[start + space.missing(i)] = (float) space.deviation(i);
                }
            };
        });
    }
}
