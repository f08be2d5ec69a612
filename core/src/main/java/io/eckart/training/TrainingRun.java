package io.eckart.training;

import java.util.List;

/**
 * What a training loop leaves behind, errors in the user's units per sample.
 *
 * @param parameters the ones to keep
 * @param error the objective over the rows trained on, of the parameters kept where it is known, else over the last epoch
 * @param heldOutError of the parameters kept; NaN if nothing was held out
 * @param bestEpoch the epoch (or iteration) whose parameters are kept; 0 for the start
 * @param stop why it ended
 * @param message what a person should know of the end, or an empty text
 * @param history one entry for each epoch
 */
@SuppressWarnings("ArrayRecordComponent") // identity is never asked of a run
public record TrainingRun(
        double[] parameters,
        double error,
        double heldOutError,
        int bestEpoch,
        StopReason stop,
        String message,
        List<EpochRecord> history) {}
