package io.eckart.training;

import static io.eckart.training.SettingCheck.isPart;
import static io.eckart.training.SettingCheck.require;

import java.util.OptionalInt;

/**
 * When a training run ends and which parameters it keeps. An empty value is chosen by model and data.
 *
 * @param epochs the largest number of passes over the rows (batches) or of iterations (moments), at least 1
 * @param heldOut the part of the rows that decides when to stop and what to keep, in [0, 1)
 * @param patience epochs or iterations without a better held-out error before the run stops, at least 1
 */
public record StoppingConfig(OptionalInt epochs, double heldOut, OptionalInt patience) {
    /** A tenth of the rows is held out. */
    public static final StoppingConfig DEFAULT = new StoppingConfig(OptionalInt.empty(), 0.1, OptionalInt.empty());

    /** @throws IllegalArgumentException if a value is out of its range; the message says the range */
    public StoppingConfig {
        epochs.ifPresent(count -> require(count >= 1, "epochs must be at least 1", count));
        require(isPart(heldOut), "the held-out part must be at least 0 and below 1", heldOut);
        patience.ifPresent(count -> require(count >= 1, "the patience must be at least 1", count));
    }

    public StoppingConfig withEpochs(int count) {
        return new StoppingConfig(OptionalInt.of(count), heldOut, patience);
    }

    public StoppingConfig withHeldOut(double part) {
        return new StoppingConfig(epochs, part, patience);
    }

    public StoppingConfig withPatience(int count) {
        return new StoppingConfig(epochs, heldOut, OptionalInt.of(count));
    }
}
