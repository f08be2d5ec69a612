package io.eckart.study.trial;

import io.eckart.model.Reconstructor;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.Workers;
import org.jspecify.annotations.Nullable;

/** Squared errors of reconstructions of held-out rows. */
public final class HeldOutErrors {
    private HeldOutErrors() {}

    /** The mean squared error per row of the reconstructions of {@code input} as estimates of {@code truth}, both n x d. */
    public static double perRow(Reconstructor model, FloatMatrix input, FloatMatrix truth, Workers workers) {
        return sum(model.reconstruct(input, workers), truth, null) / truth.rows();
    }

    /** The mean squared error per missing cell of {@code input}; NaN if none is missing. */
    public static double perHole(Reconstructor model, FloatMatrix input, FloatMatrix truth, Workers workers) {
        int holes = 0;
        for (float value : input.values()) {
            holes += Float.isNaN(value) ? 1 : 0;
        }
        return sum(model.reconstruct(input, workers), truth, input) / holes;
    }

    /** @param holes where to look: its missing cells; everywhere if there is none */
    private static double sum(FloatMatrix found, FloatMatrix truth, @Nullable FloatMatrix holes) {
        double sum = 0;
        for (int i = 0; i < truth.values().length; i++) {
            if (holes == null || Float.isNaN(holes.values()[i])) {
                double error = (double) found.values()[i] - truth.values()[i];
                sum += error * error;
            }
        }
        return sum;
    }
}
