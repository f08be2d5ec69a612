package io.eckart.model;

import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.Workers;
import java.util.function.Supplier;

/** Applies a map of single rows to all rows of a matrix, in numbered blocks shared out to workers. */
final class FillBlocks {
    private static final int ROWS = 64;

    /** Changes the row that starts at {@code start}; called from several threads, each with a map of its own. */
    @FunctionalInterface
    interface RowMap {
        void apply(float[] rows, int start);
    }

    private FillBlocks() {}

    /** A copy of the rows with the map applied to each. */
    static FloatMatrix map(FloatMatrix rows, int features, Workers workers, Supplier<RowMap> maps) {
        PaddedBlocks.checkWidth(rows, features);
        FloatMatrix result = rows.copyRows(0, rows.rows());
        int blocks = Math.ceilDiv(rows.rows(), ROWS);
        int share = Math.max(1, Math.ceilDiv(blocks, 4 * workers.threads()));
        workers.forEach(Math.ceilDiv(blocks, share), task -> {
            RowMap map = maps.get();
            int to = Math.min(rows.rows(), (task + 1) * share * ROWS);
            for (int i = task * share * ROWS; i < to; i++) {
                map.apply(result.values(), i * features);
            }
        });
        return result;
    }

    /** Puts estimates into the unobserved cells of a row. */
    static void replaceMissing(float[] rows, int start, float[] estimates, int from) {
        for (int j = 0; j < estimates.length - from && start + j < rows.length; j++) {
            if (Float.isNaN(rows[start + j])) {
                rows[start + j] = estimates[from + j];
            }
        }
    }
}
