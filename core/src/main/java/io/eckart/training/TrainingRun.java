package io.eckart.training;

import java.util.List;

/**
 * How a training run went. Errors are per sample, in the user's units.
 *
 * @param error the objective over the rows trained on, of the parameters kept where it is known, else over the last epoch
 * @param heldOutError of the parameters kept; NaN if nothing was held out
 * @param bestEpoch the epoch (or iteration) whose parameters are kept; 0 for the start
 * @param stop why it ended
 * @param message what the user should know about the end, or an empty text
 * @param history one entry for each epoch
 */
public record TrainingRun(
        double error, double heldOutError, int bestEpoch, StopReason stop, String message, List<EpochRecord> history) {
    public TrainingRun {
        history = List.copyOf(history);
    }
}
