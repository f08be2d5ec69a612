package io.eckart.training.filling;

import io.eckart.numerics.FloatMatrix;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The rows in an order in which those with the same cells missing follow each other, complete ones first.
 *
 * @param rows row numbers
 * @param complete how many of the first have no missing cell
 */
@SuppressWarnings("ArrayRecordComponent") // identity is never asked of an order
record MaskOrder(int[] rows, int complete) {

    static MaskOrder of(FloatMatrix matrix) {
        int d = matrix.columns();
        int words = Math.ceilDiv(d, Long.SIZE);
        long[][] masks = new long[matrix.rows()][words];
        int complete = 0;
        for (int i = 0; i < matrix.rows(); i++) {
            for (int j = 0; j < d; j++) {
                if (Float.isNaN(matrix.values()[i * d + j])) {
                    masks[i][j / Long.SIZE] |= 1L << (j % Long.SIZE);
                }
            }
            complete += Arrays.stream(masks[i]).allMatch(word -> word == 0) ? 1 : 0;
        }
        Comparator<Integer> byMask = (a, b) -> Arrays.compareUnsigned(masks[a], masks[b]);
        int[] order = IntStream.range(0, matrix.rows())
                .boxed()
                .sorted(byMask.thenComparingInt(i -> i))
                .mapToInt(Integer::intValue)
                .toArray();
        return new MaskOrder(order, complete);
    }
}
