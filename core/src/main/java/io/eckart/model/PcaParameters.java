package io.eckart.model;

import io.eckart.numerics.DoubleMatrix;
import java.util.stream.IntStream;

/**
 * What PCA estimates; immutable. The energy of component i is {@code lambda_i = s_i^2 / n}, the mean squared code entry; the
 * sum over all components is {@code tr(Sigma)}, the mean squared norm of a row minus the origin.
 *
 * @param components k x d, orthonormal rows
 * @param singularValues k entries s_i, descending, of the n x d matrix of rows minus the origin
 * @param totalEnergy tr(Sigma), at least 0
 * @param means d entries, the mean of each feature over the fitted rows
 * @param samples n, at least 1
 */
@SuppressWarnings("ArrayRecordComponent") // copied in and out; parameters are never compared
public record PcaParameters(
        DoubleMatrix components, double[] singularValues, double totalEnergy, double[] means, long samples) {

    /** @throws IllegalArgumentException if the sizes do not agree or a value is out of its range */
    public PcaParameters {
        if (components.rows() < 1
                || components.rows() > components.columns()
                || singularValues.length != components.rows()
                || means.length != components.columns()) {
            throw new IllegalArgumentException("components " + components.rows() + " x " + components.columns() + ", "
                    + singularValues.length + " singular values and " + means.length + " means do not go together");
        }
        if (!(totalEnergy >= 0) || totalEnergy == Double.POSITIVE_INFINITY || samples < 1) {
            throw new IllegalArgumentException(
                    "total energy " + totalEnergy + " or samples " + samples + " is out of range");
        }
        for (int i = 0; i < singularValues.length; i++) {
            if (!(singularValues[i] >= 0) || (i > 0 && singularValues[i] > singularValues[i - 1])) {
                throw new IllegalArgumentException("singular values must be at least 0 and descend");
            }
        }
        components = components.copyRows(0, components.rows());
        singularValues = singularValues.clone();
        means = means.clone();
    }

    @Override
    public DoubleMatrix components() {
        return components.copyRows(0, components.rows());
    }

    @Override
    public double[] singularValues() {
        return singularValues.clone();
    }

    @Override
    public double[] means() {
        return means.clone();
    }

    public int features() {
        return components.columns();
    }

    public int codeSize() {
        return components.rows();
    }

    /** {@code lambda_i = s_i^2 / n} for a component counted from 0. */
    public double energy(int component) {
        return singularValues[component] * singularValues[component] / samples;
    }

    /** {@code lambda_i / tr(Sigma)} for each component, in [0, 1]; 0 where the data has no energy at all. */
    public double[] energyRatios() {
        return IntStream.range(0, codeSize())
                .mapToDouble(i -> totalEnergy == 0 ? 0 : energy(i) / totalEnergy)
                .toArray();
    }

    /**
     * The least error per sample of any rank-k map, {@code tr(Sigma) - sum_{i <= k} lambda_i} (Eckart and Young 1936), at
     * least 0.
     */
    public double optimum() {
        double kept = 0;
        for (int i = 0; i < codeSize(); i++) {
            kept += energy(i);
        }
        return Math.max(0, totalEnergy - kept);
    }

    /** The mean discarded energy, {@code optimum / (d - k)}; 0 where k = d. */
    public double noiseVariance() {
        int discarded = features() - codeSize();
        return discarded == 0 ? 0 : optimum() / discarded;
    }
}
