package io.eckart.task.label;

import java.util.Optional;

/**
 * Options of fine-tuning that are not part of the training.
 *
 * @param task classes or values; empty: detected from the labels
 * @param fromScratch whether the network starts at random instead of at the pre-trained encoder
 * @param check the part of the labelled rows on which a first run and its controls are judged before the model is trained on all
 *     of them, in [0, 1); 0 for no check
 */
public record FineTuneOptions(Optional<LabelTask> task, boolean fromScratch, double check) {

    /** Task detected from the labels, start at the pre-trained encoder, check on a fifth of the labelled rows. */
    public static final FineTuneOptions DEFAULT = new FineTuneOptions(Optional.empty(), false, 0.2);

    /** @throws IllegalArgumentException if the part is out of its range */
    public FineTuneOptions {
        if (!(check >= 0 && check < 1)) {
            throw new IllegalArgumentException(
                    "the part of the labels to check on must be at least 0 and below 1, got " + check);
        }
    }

    public FineTuneOptions withTask(LabelTask chosen) {
        return new FineTuneOptions(Optional.of(chosen), fromScratch, check);
    }

    public FineTuneOptions withFromScratch(boolean chosen) {
        return new FineTuneOptions(task, chosen, check);
    }

    public FineTuneOptions withCheck(double part) {
        return new FineTuneOptions(task, fromScratch, part);
    }
}
