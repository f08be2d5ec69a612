package io.eckart.training.pca;

import io.eckart.data.DataException;
import io.eckart.data.Remedy;
import io.eckart.model.PcaParameters;
import io.eckart.numerics.DoubleMatrix;
import io.eckart.training.PcaConfig;

/**
 * What a solver found, before k is chosen.
 *
 * @param directions m x d orthonormal rows by descending energy
 * @param spectrum at least m energies {@code lambda_i = s_i^2 / n}, descending, at least 0
 * @param totalEnergy tr(Sigma)
 * @param means d feature means
 * @param samples n
 * @param passes passes over the data
 * @param iterations iterations of an iterative solver, else 0
 */
@SuppressWarnings("ArrayRecordComponent") // shared without copies within a fit; not exported
record PrincipalAxes(
        DoubleMatrix directions,
        double[] spectrum,
        double totalEnergy,
        double[] means,
        long samples,
        int passes,
        int iterations) {

    /** The number of components the configuration asks for. */
    int codeSize(PcaConfig.Components components) {
        return switch (components) {
            case PcaConfig.Components.Fixed(int k) -> k;
            case PcaConfig.Components.Energy(double part) -> smallestKeeping(part);
        };
    }

    private int smallestKeeping(double part) {
        if (totalEnergy == 0) {
            return 1;
        }
        double kept = 0;
        for (int i = 0; i < directions.rows(); i++) {
            kept += spectrum[i];
            // Rounding must not ask for one more component when all of the energy is wanted.
            if (kept >= part * totalEnergy * (1 - 1e-12)) {
                return i + 1;
            }
        }
        return directions.rows();
    }

    PcaParameters parameters(int k) {
        double[] singularValues = new double[k];
        for (int i = 0; i < k; i++) {
            singularValues[i] = Math.sqrt(Math.max(0, spectrum[i]) * samples);
        }
        return new PcaParameters(directions.copyRows(0, k), singularValues, totalEnergy, means, samples);
    }

    /** @throws DataException if k is larger than the number of rows or of features */
    static void requirePossible(PcaConfig.Components components, long rows, int features) {
        if (components instanceof PcaConfig.Components.Fixed(int k) && k > Math.min(rows, features)) {
            throw new DataException(
                    "k = " + k + " components are more than " + rows + " rows of " + features + " features can have",
                    Remedy.byHand("take k from 1 to " + Math.min(rows, features)));
        }
    }
}
