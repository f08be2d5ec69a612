package io.eckart.model;

import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.Workers;
import java.util.Arrays;
import java.util.function.Supplier;

/**
 * Applies a map of rows in blocks of one fixed size, the last one padded with zero rows, so that every product has the
 * same shape: with {@link io.eckart.numerics.RowProducts#independent} a row alone gives what it gives in a batch of any size, to
 * the bit.
 */
final class PaddedBlocks {
    /** Rows of a block: with their margins in a product a multiple of the kernels' tiles, few enough to stay in cache. */
    static final int ROWS = 112;

    /** Maps {@link #ROWS} input rows to as many output rows; called from several threads with arrays of their own. */
    @FunctionalInterface
    interface BlockMap {
        void apply(float[] input, float[] output);
    }

    private PaddedBlocks() {}

    /** Maps all rows of a matrix, to n x {@code outputColumns}. */
    static FloatMatrix map(FloatMatrix rows, int outputColumns, Workers workers, BlockMap map) {
        return map(rows, outputColumns, workers, () -> map);
    }

    /** The same with a map for each thread, which may have a workspace of its own. */
    static FloatMatrix map(FloatMatrix rows, int outputColumns, Workers workers, Supplier<BlockMap> maps) {
        FloatMatrix result = FloatMatrix.zeros(rows.rows(), outputColumns);
        int blocks = Math.ceilDiv(rows.rows(), ROWS);
        int share = Math.max(1, Math.ceilDiv(blocks, 4 * workers.threads()));
        workers.forEach(Math.ceilDiv(blocks, share), task -> {
            BlockMap map = maps.get();
            float[] input = new float[ROWS * rows.columns()];
            float[] output = new float[ROWS * outputColumns];
            for (int block = task * share; block < Math.min(blocks, (task + 1) * share); block++) {
                mapBlock(rows, block, input, output, map, result);
            }
        });
        return result;
    }

    private static void mapBlock(
            FloatMatrix rows, int block, float[] input, float[] output, BlockMap map, FloatMatrix result) {
        int from = block * ROWS;
        int count = Math.min(ROWS, rows.rows() - from);
        int inputLength = count * rows.columns();
        System.arraycopy(rows.values(), from * rows.columns(), input, 0, inputLength);
        Arrays.fill(input, inputLength, input.length, 0);
        map.apply(input, output);
        System.arraycopy(output, 0, result.values(), from * result.columns(), count * result.columns());
    }

    static void checkWidth(FloatMatrix rows, int features) {
        if (rows.columns() != features) {
            throw new IllegalArgumentException("the model has " + features + " features, the rows have "
                    + rows.columns() + " (" + rows.rows() + " x " + rows.columns() + ")");
        }
    }
}
