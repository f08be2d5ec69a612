package io.eckart.training;

import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.Workers;
import java.util.concurrent.atomic.AtomicBoolean;

/** Tells whether a cell is missing, on the way of a pass. */
final class MissingCells {
    private static final int BLOCK = 1 << 18;
    private static final int INFINITY = Float.floatToRawIntBits(Float.POSITIVE_INFINITY);

    private MissingCells() {}

    /** Whether any cell of the rows is NaN. */
    static boolean in(FloatMatrix rows, Workers workers) {
        AtomicBoolean found = new AtomicBoolean();
        workers.forEach(Math.ceilDiv(rows.values().length, BLOCK), block -> {
            if (!found.get() && hasNaN(rows.values(), block * BLOCK)) {
                found.set(true);
            }
        });
        return found.get();
    }

    /** The largest bit pattern without the sign is beyond that of infinity if and only if one of the values is NaN. */
    private static boolean hasNaN(float[] values, int from) {
        int largest = 0;
        for (int i = from; i < Math.min(values.length, from + BLOCK); i++) {
            largest = Math.max(largest, Float.floatToRawIntBits(values[i]) & Integer.MAX_VALUE);
        }
        return largest > INFINITY;
    }
}
