package io.eckart.model;

import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.Workers;
import java.util.function.Supplier;

/** Applies a map of single rows to all rows of a matrix, in numbered blocks that workers share. */
final class FillBlocks {
    private static final int ROWS = 64;

    private FillBlocks() {}

    /** A copy of the rows, each changed by a map; each task has its own map. */
    static FloatMatrix map(FloatMatrix rows, int features, Workers workers, Supplier<CellEstimate.RowFiller> maps) {
        PaddedBlocks.checkWidth(rows, features);
        FloatMatrix result = rows.copyRows(0, rows.rows());
        int blocks = Math.ceilDiv(rows.rows(), ROWS);
        int share = Math.max(1, Math.ceilDiv(blocks, 4 * workers.threads()));
        workers.forEach(Math.ceilDiv(blocks, share), task -> {
            CellEstimate.RowFiller map = maps.get();
            int to = Math.min(rows.rows(), (task + 1) * share * ROWS);
            for (int i = task * share * ROWS; i < to; i++) {
                map.fill(result.values(), i * features);
            }
        });
        return result;
    }
}
