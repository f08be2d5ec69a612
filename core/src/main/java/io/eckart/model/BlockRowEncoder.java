package io.eckart.model;

import java.util.Arrays;

/** Serves rows one at a time by a map of blocks, in which the row is the first. */
final class BlockRowEncoder implements RowEncoder {
    private final int features;
    private final int codeSize;
    private final PaddedBlocks.BlockMap map;
    private final float[] input;
    private final float[] output;

    /** @param rows the number of rows of a block of the map */
    BlockRowEncoder(int rows, int features, int codeSize, PaddedBlocks.BlockMap map) {
        this.features = features;
        this.codeSize = codeSize;
        this.map = map;
        this.input = new float[rows * features];
        this.output = new float[rows * codeSize];
    }

    @Override
    public void encode(float[] row, float[] code) {
        checkLengths(row, features, code, codeSize);
        System.arraycopy(row, 0, input, 0, features);
        Arrays.fill(input, features, input.length, 0);
        map.apply(input, output);
        System.arraycopy(output, 0, code, 0, codeSize);
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
