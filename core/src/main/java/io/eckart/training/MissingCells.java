package io.eckart.training;

import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.NotANumber;
import io.eckart.numerics.Workers;
import java.util.concurrent.atomic.AtomicBoolean;

/** Finds missing cells. */
public final class MissingCells {
    private static final int BLOCK = 1 << 18;

    private MissingCells() {}

    /** Whether any cell of the rows is missing (NaN). */
    public static boolean in(FloatMatrix rows, Workers workers) {
        AtomicBoolean found = new AtomicBoolean();
        workers.forEach(Math.ceilDiv(rows.values().length, BLOCK), block -> {
            int from = block * BLOCK;
            if (!found.get() && NotANumber.in(rows.values(), from, Math.min(from + BLOCK, rows.values().length))) {
                found.set(true);
            }
        });
        return found.get();
    }
}
