package io.eckart.training.filling;

import io.eckart.numerics.FloatMatrix;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The rows in an order in which those with the same cells missing follow each other, complete ones first.
 *
 * @param rows row numbers
 * @param complete the number of rows without a missing cell, which are the first
 */
@SuppressWarnings("ArrayRecordComponent") // shared without copies within a fit; not exported
record MaskOrder(int[] rows, int complete) {

    static MaskOrder of(FloatMatrix matrix) {
        long[][] masks = new long[matrix.rows()][];
        Arrays.setAll(masks, i -> matrix.missing(i).toLongArray());
        int complete =
                (int) Arrays.stream(masks).filter(mask -> mask.length == 0).count();
        Comparator<Integer> byMask = (a, b) -> Arrays.compareUnsigned(masks[a], masks[b]);
        int[] order = IntStream.range(0, matrix.rows())
                .boxed()
                .sorted(byMask.thenComparingInt(i -> i))
                .mapToInt(Integer::intValue)
                .toArray();
        return new MaskOrder(order, complete);
    }
}
