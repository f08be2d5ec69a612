package io.eckart.model;

import io.eckart.numerics.DoubleMatrix;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.Workers;
import java.util.Arrays;
import java.util.function.IntFunction;

/**
 * Applies a map of rows in numbered blocks, the last one padded with zero rows. The block size depends only on the number of
 * rows, so the result does not depend on the number of threads; in blocks of another size a row may differ by float32
 * rounding.
 */
public final class PaddedBlocks {
    /** The largest block: a multiple of the kernels' tiles, small enough to stay in cache. */
    private static final int ROWS = 192;

    /** Maps the input rows of a block to the same number of output rows; may change the input. */
    @FunctionalInterface
    public interface BlockMap {
        void apply(float[] input, float[] output);
    }

    private PaddedBlocks() {}

    /**
     * Maps all rows of a matrix, to n x {@code outputColumns}.
     *
     * @param maps makes a map for blocks of a given size, with its own workspace for one thread
     */
    public static FloatMatrix map(FloatMatrix rows, int outputColumns, Workers workers, IntFunction<BlockMap> maps) {
        FloatMatrix result = FloatMatrix.zeros(rows.rows(), outputColumns);
        int size = Math.clamp(rows.rows(), 1, ROWS);
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

    static float[] narrow(double[] values) {
        return new DoubleMatrix(1, values.length, values).toFloat().values();
    }

    /**
     * Checks the number of features.
     *
     * @throws IllegalArgumentException if the rows do not have this number of columns
     */
    public static void checkWidth(FloatMatrix rows, int features) {
        if (rows.columns() != features) {
            throw new IllegalArgumentException("the model has " + features + " features, the rows have "
                    + rows.columns() + " (" + rows.rows() + " x " + rows.columns() + ")");
        }
    }

    /** Serves rows one at a time by a map of blocks of one row. */
    static RowEncoder rowEncoder(int features, int codeSize, BlockMap map) {
        float[] input = new float[features];
        return (row, code) -> {
            checkLengths(row, features, code, codeSize);
            System.arraycopy(row, 0, input, 0, features);
            map.apply(input, code);
        };
    }

    static void checkLengths(float[] row, int features, float[] code, int codeSize) {
        if (row.length != features) {
            throw new IllegalArgumentException("the model has " + features + " features, the row has " + row.length);
        }
        if (code.length != codeSize) {
            throw new IllegalArgumentException(
                    "a code of this model has " + codeSize + " entries, the array for it has " + code.length);
        }
    }
}
