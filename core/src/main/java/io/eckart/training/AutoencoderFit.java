package io.eckart.training;

import io.eckart.model.Autoencoder;
import io.eckart.training.TrainingConfig.ObjectiveKind;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * A fitted autoencoder and the record of its run. Errors are the objective's (with its noise and masks), per sample, in the
 * user's units.
 *
 * @param model the parameters kept
 * @param untrained the same model before training, at a random start: a control
 * @param objective what it was trained on
 * @param reason why on that, in plain words
 * @param error over the rows trained on
 * @param heldOutError over the rows held out; NaN if there are none
 * @param optimum the least error of any linear model of this code size for the rows trained on; empty where it is not known
 * @param energy the error of reconstructing every row as the origin (or as the mean where there is a bias), to measure gaps of
 *     an optimum of zero by
 * @param heldOutRows flags of the rows held out
 * @param bestEpoch the epoch or iteration whose parameters are kept; 0 for the start
 * @param stop why the run ended
 * @param message what a person should know of that, or an empty text
 * @param history one entry for each epoch or iteration
 * @param settings every setting that was decided, by name
 */
@SuppressWarnings("ArrayRecordComponent") // identity is never asked of a run's record
public record AutoencoderFit(
        Autoencoder model,
        Autoencoder untrained,
        ObjectiveKind objective,
        String reason,
        double error,
        double heldOutError,
        OptionalDouble optimum,
        double energy,
        boolean[] heldOutRows,
        int bestEpoch,
        StopReason stop,
        String message,
        List<EpochRecord> history,
        Map<String, String> settings) {
    /** An optimum below this part of the energy is zero but for rounding. */
    private static final double ZERO = 1e-9;

    /** {@code (error - optimum) / optimum}, or {@code (error - optimum) / energy} where the optimum is zero. */
    public OptionalDouble gap() {
        return gap(error);
    }

    /** The same of another error, such as that of an epoch on the way. */
    public OptionalDouble gap(double of) {
        if (optimum.isEmpty()) {
            return OptionalDouble.empty();
        }
        double scale = optimum.getAsDouble() > ZERO * energy ? optimum.getAsDouble() : energy;
        return OptionalDouble.of(scale == 0 ? 0 : (of - optimum.getAsDouble()) / scale);
    }
}
