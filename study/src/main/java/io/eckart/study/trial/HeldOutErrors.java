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
        return new Sum(model.reconstruct(input, workers), truth, null).squares / truth.rows();
    }

    /** The mean squared error per missing cell of {@code input}; NaN if none is missing. */
    public static double perHole(Reconstructor model, FloatMatrix input, FloatMatrix truth, Workers workers) {
        return perCell(model.reconstruct(input, workers), truth, input);
    }

    /**
     * The mean squared error per cell.
     *
     * @param holes whose missing cells alone are counted; every cell if there is none
     */
    static double perCell(FloatMatrix found, FloatMatrix truth, @Nullable FloatMatrix holes) {
        Sum sum = new Sum(found, truth, holes);
        return sum.squares / sum.cells;
    }

    private static final class Sum {
        private double squares;
        private int cells;

        Sum(FloatMatrix found, FloatMatrix truth, @Nullable FloatMatrix holes) {
            for (int i = 0; i < truth.values().length; i++) {
                if (holes == null || Float.isNaN(holes.values()[i])) {
                    double error = (double) found.values()[i] - truth.values()[i];
                    squares += error * error;
                    cells++;
                }
            }
        }
    }
}
