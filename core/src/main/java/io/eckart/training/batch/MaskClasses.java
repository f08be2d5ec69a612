package io.eckart.training.batch;

import io.eckart.numerics.FloatMatrix;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/** Numbers the patterns of missing cells, so that rows of one pattern can be adjacent in a batch and share work. */
final class MaskClasses {
    private final int[] classOfRow;
    private final long[] keys;

    private MaskClasses(int[] classOfRow, int batch) {
        this.classOfRow = classOfRow;
        this.keys = new long[batch];
    }

    static MaskClasses of(FloatMatrix rows, int batch) {
        Map<BitSet, Integer> classes = new HashMap<>();
        int[] classOfRow = new int[rows.rows()];
        for (int i = 0; i < rows.rows(); i++) {
            classOfRow[i] = classes.computeIfAbsent(rows.missing(i), pattern -> classes.size());
        }
        return new MaskClasses(classOfRow, batch);
    }

    /** Sorts rows by pattern, those of one pattern by their number. */
    void sort(int[] order, int from, int to) {
        for (int i = from; i < to; i++) {
            keys[i - from] = ((long) classOfRow[order[i]] << Integer.SIZE) | order[i];
        }
        Arrays.sort(keys, 0, to - from);
        for (int i = from; i < to; i++) {
            order[i] = (int) keys[i - from];
        }
    }
}
