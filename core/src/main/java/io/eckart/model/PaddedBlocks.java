package io.eckart.model;

import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.Workers;
import java.util.Arrays;
import java.util.function.IntFunction;

/**
 * Applies a map of rows in blocks, the last one padded with zero rows. With {@link io.eckart.numerics.product.RowProducts#independent} a
 * row alone gives what it gives in a batch of any size, to the bit: blocks have one fixed size, so that every product has the same
 * shape, unless the map takes rows alone; then they have no more rows than there are.
 */
public final class PaddedBlocks {
    /** Rows of a block: with their margins in a product a multiple of the kernels' tiles, few enough to stay in cache. */
    static final int ROWS = 176;

    /** Maps the input rows of a block to as many output rows, and may change the input. */
    @FunctionalInterface
    public interface BlockMap {
        void apply(float[] input, float[] output);
    }

    private PaddedBlocks() {}

    /** How many rows blocks of so many have. */
    static int size(boolean alone, int rows) {
        return alone ? Math.clamp(rows, 1, ROWS) : ROWS;
    }

    /**
     * Maps all rows of a matrix, to n x {@code outputColumns}.
     *
     * @param alone whether a row gives the same bits in a block of any size
     * @param maps makes a map for blocks of a size, with a workspace of its own for one thread
     */
    public static FloatMatrix map(
            FloatMatrix rows, int outputColumns, boolean alone, Workers workers, IntFunction<BlockMap> maps) {
        FloatMatrix result = FloatMatrix.zeros(rows.rows(), outputColumns);
        int size = size(alone, rows.rows());
        int blocks = Math.ceilDiv(rows.rows(), size);
        int share = Math.max(1, Math.ceilDiv(blocks, 4 * workers.threads()));
        workers.forEach(Math.ceilDiv(blocks, share), task -> {
            BlockMap map = maps.apply(size);
            float[] input = new float[size * rows.columns()];
            float[] output = new float[size * outputColumns];
            for (int block = task * share; block < Math.min(blocks, (task + 1) * share); block++) {
                mapBlock(rows, block * size, Math.min(size, rows.rows() - block * size), input, output, map, result);
            }
        });
        return result;
    }

    private static void mapBlock(
            FloatMatrix rows, int from, int count, float[] input, float[] output, BlockMap map, FloatMatrix result) {
        int inputLength = count * rows.columns();
        System.arraycopy(rows.values(), from * rows.columns(), input, 0, inputLength);
        Arrays.fill(input, inputLength, input.length, 0);
        map.apply(input, output);
        System.arraycopy(output, 0, result.values(), from * result.columns(), count * result.columns());
    }

    public static void checkWidth(FloatMatrix rows, int features) {
        if (rows.columns() != features) {
            throw new IllegalArgumentException("the model has " + features + " features, the rows have "
                    + rows.columns() + " (" + rows.rows() + " x " + rows.columns() + ")");
        }
    }
}
