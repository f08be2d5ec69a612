package io.eckart.cli.text;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;

/** After which part of their epochs fits end that may stop early, learnt from earlier ones with the same largest number of epochs. */
final class UsualEnds {
    /** The weight of the last one. */
    private static final double LAST = 0.4;

    private final Map<Integer, Double> parts = new HashMap<>();

    void ended(int epoch, int epochs) {
        double part = (double) epoch / epochs;
        parts.merge(epochs, part, (before, now) -> (1 - LAST) * before + LAST * now);
    }

    /** The last epoch to expect; empty if no such fit has ended. */
    OptionalDouble epoch(int epochs) {
        Double part = parts.get(epochs);
        return part == null ? OptionalDouble.empty() : OptionalDouble.of(part * epochs);
    }
}
