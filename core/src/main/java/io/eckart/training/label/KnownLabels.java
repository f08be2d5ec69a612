package io.eckart.training.label;

import io.eckart.data.Targets;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** The rows whose label is known. */
public final class KnownLabels {
    private KnownLabels() {}

    public static int[] rows(Targets targets) {
        return IntStream.range(0, targets.rows()).filter(targets::isKnown).toArray();
    }

    /** The classes of these rows. */
    public static int[] of(Targets.Classes known, int[] rows) {
        int[] classes = known.of();
        return IntStream.of(rows).map(i -> classes[i]).toArray();
    }

    /** The values of these rows. */
    public static double[] of(Targets.Values known, int[] rows) {
        double[] values = known.of();
        return IntStream.of(rows).mapToDouble(i -> values[i]).toArray();
    }

    /** The mean of the known values. */
    public static double mean(Targets.Values known) {
        OptionalDouble mean = Arrays.stream(of(known, rows(known))).average();
        return mean.orElseThrow(() -> new IllegalArgumentException("no value is known"));
    }
}
