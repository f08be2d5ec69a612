package io.eckart.training;

import io.eckart.model.Pca;
import java.util.Arrays;

/**
 * A fitted PCA and the record of its run.
 *
 * @param model the components kept
 * @param solver the solver that was used
 * @param reason why this solver, in plain words
 * @param spectrum energies {@code lambda_i = s_i^2 / n}, descending, as many as the solver found (all d or min(n, d) of them
 *     except for the randomized one)
 * @param passes passes over the data
 * @param iterations iterations of an iterative solver, else 0
 */
@SuppressWarnings("ArrayRecordComponent") // belongs to the caller: no model keeps the array
public record PcaFit(Pca model, PcaSolver solver, String reason, double[] spectrum, int passes, int iterations) {
    /** Whether the optimum is exact; the randomized solver slightly underestimates energies, so its optimum is an upper bound. */
    public boolean isExact() {
        return solver != PcaSolver.RANDOMIZED;
    }

    /** As many entries as the spectrum: the part of the total energy that the first 1, 2, … components keep. */
    public double[] energyCurve() {
        double total = model.parameters().totalEnergy();
        double[] curve = spectrum.clone();
        Arrays.setAll(curve, i -> total == 0 ? 0 : curve[i] / total);
        for (int i = 1; i < curve.length; i++) {
            curve[i] += curve[i - 1];
        }
        return curve;
    }
}
