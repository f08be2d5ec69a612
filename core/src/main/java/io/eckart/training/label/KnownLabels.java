package io.eckart.training.label;

import io.eckart.data.Targets;
import java.util.stream.IntStream;

/** The rows whose label is known. */
public final class KnownLabels {
    private KnownLabels() {}

    public static int[] rows(Targets targets) {
        return IntStream.range(0, targets.rows()).filter(targets::isKnown).toArray();
    }

    /** The mean of the known values. */
    public static double mean(Targets.Values known) {
        return IntStream.range(0, known.rows())
                .filter(known::isKnown)
                .mapToDouble(i -> known.of()[i])
                .average()
                .orElseThrow(() -> new IllegalArgumentException("no value is known"));
    }
}
