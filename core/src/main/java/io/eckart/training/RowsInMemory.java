package io.eckart.training;

import io.eckart.data.DataException;
import io.eckart.data.FeatureCursor;
import io.eckart.data.FeatureSource;
import io.eckart.data.Remedy;
import io.eckart.numerics.FloatMatrix;

/** Loads the rows of a source for methods that need all of them at once. */
public final class RowsInMemory {
    private RowsInMemory() {}

    /**
     * The rows of a source, without a copy where they are in memory already.
     *
     * @return n x d, NaN where a cell is missing
     * @throws DataException if they do not fit into the heap or into one array
     */
    public static FloatMatrix of(FeatureSource source) {
        long rows = source.countRows();
        try (FeatureCursor cursor = source.open()) {
            FloatMatrix first = cursor.next();
            if (first == null) {
                return FloatMatrix.zeros(0, source.width());
            }
            FloatMatrix second = cursor.next();
            return second == null ? first : collect(source.width(), rows, first, second, cursor);
        }
    }

    private static FloatMatrix collect(
            int width, long rows, FloatMatrix first, FloatMatrix second, FeatureCursor cursor) {
        requireRoom(rows, width);
        FloatMatrix all = FloatMatrix.zeros((int) rows, width);
        System.arraycopy(first.values(), 0, all.values(), 0, first.values().length);
        int at = first.values().length;
        for (FloatMatrix chunk = second; chunk != null; chunk = cursor.next()) {
            System.arraycopy(chunk.values(), 0, all.values(), at, chunk.values().length);
            at += chunk.values().length;
        }
        return all;
    }

    private static void requireRoom(long rows, int width) {
        long cells = Math.multiplyExact(rows, width);
        long bytes = 4 * cells;
        Runtime runtime = Runtime.getRuntime();
        long free = runtime.maxMemory() - runtime.totalMemory() + runtime.freeMemory();
        if (cells > Integer.MAX_VALUE - 8 || bytes > free) {
            throw new DataException(
                    "this method needs all rows in memory: " + rows + " x " + width + " take " + (bytes >> 20)
                            + " MiB of " + (free >> 20) + " MiB free (at most 2^31 - 9 cells in any case)",
                    Remedy.byHand("raise the heap with -Xmx"),
                    Remedy.byHand("take fewer rows"));
        }
    }
}
