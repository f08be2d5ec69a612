package io.eckart.training;

import io.eckart.model.Autoencoder;
import io.eckart.training.TrainingConfig.ObjectiveKind;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * A fitted autoencoder and the record of its run. Errors are the objective's (with its noise and masks), per sample, in the
 * user's units.
 *
 * @param model the parameters kept
 * @param untrained the same model at its random start, before training: a control
 * @param objective what it was trained on
 * @param reason why on that, in plain words
 * @param training how the run went
 * @param optimum the least error of any linear model of this code size for the rows trained on; empty where it is not known
 * @param formOptimum the same for models of this parameterization, not below the optimum
 * @param energy the error of reconstructing every row as the origin (or as the mean where there is a bias); the unit of gaps
 *     where the optimum is zero
 * @param gradientNorm the norm of the gradient of the error at the parameters kept, times the norm of these parameters, over the
 *     energy; NaN where it is not measured
 * @param heldOutRows a flag for each row: whether it was held out
 * @param settings every setting that was decided, by name
 */
@SuppressWarnings("ArrayRecordComponent") // belongs to the caller: no model keeps the flags
public record AutoencoderFit(
        Autoencoder model,
        Autoencoder untrained,
        ObjectiveKind objective,
        String reason,
        TrainingRun training,
        OptionalDouble optimum,
        OptionalDouble formOptimum,
        double energy,
        double gradientNorm,
        boolean[] heldOutRows,
        Map<String, String> settings) {
    /** An optimum below this part of the energy is zero except for rounding. */
    private static final double ZERO = 1e-9;

    /** {@code (error - optimum) / optimum} for the optimum of the form, or {@code (error - optimum) / energy} where that is zero. */
    public OptionalDouble gap() {
        return gap(training.error());
    }

    /** The same for another error, such as that of an earlier epoch. */
    public OptionalDouble gap(double error) {
        if (formOptimum.isEmpty()) {
            return OptionalDouble.empty();
        }
        double least = formOptimum.getAsDouble();
        double scale = least > ZERO * energy ? least : energy;
        return OptionalDouble.of(scale == 0 ? 0 : (error - least) / scale);
    }

    /** {@code |gradient| |parameters| / energy}, which no unit changes. */
    public static double relativeNorm(double[] gradient, double[] parameters, double energy) {
        return energy > 0 ? norm(gradient) * norm(parameters) / energy : 0;
    }

    private static double norm(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value * value;
        }
        return Math.sqrt(sum);
    }
}
