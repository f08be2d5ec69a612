package io.eckart.training.label;

import io.eckart.data.Targets;
import io.eckart.numerics.FloatMatrix;
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

    /** Copies of these rows, in this order. */
    public static FloatMatrix select(FloatMatrix rows, int[] indices) {
        int d = rows.columns();
        FloatMatrix selected = FloatMatrix.zeros(indices.length, d);
        for (int i = 0; i < indices.length; i++) {
            System.arraycopy(rows.values(), indices[i] * d, selected.values(), i * d, d);
        }
        return selected;
    }
}
