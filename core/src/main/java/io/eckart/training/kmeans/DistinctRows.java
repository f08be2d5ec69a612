package io.eckart.training.kmeans;

import io.eckart.data.DataException;
import io.eckart.data.Remedy;
import io.eckart.numerics.FloatMatrix;
import java.nio.IntBuffer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** Counts distinct rows up to a limit. */
public final class DistinctRows {
    private DistinctRows() {}

    /** @throws DataException if there are fewer than {@code clusters} distinct rows */
    static void require(FloatMatrix rows, int clusters) {
        if (clusters > rows.rows()) {
            throw new DataException(
                    "k = " + clusters + " clusters need as many rows, the data has " + rows.rows(),
                    Remedy.byHand("take a smaller k"));
        }
        int distinct = countUpTo(rows, clusters);
        if (distinct < clusters) {
            throw new DataException(
                    "k = " + clusters + " clusters need as many distinct rows, the data has only " + distinct
                            + " among its " + rows.rows() + " rows",
                    Remedy.byHand("take k = " + distinct + " or less"));
        }
    }

    /** The number of distinct rows, or {@code enough} where there are more. */
    public static int countUpTo(FloatMatrix rows, int enough) {
        Set<IntBuffer> distinct = new HashSet<>();
        for (int i = 0; i < rows.rows() && distinct.size() < enough; i++) {
            distinct.add(IntBuffer.wrap(bits(rows, i)));
        }
        return distinct.size();
    }

    /** Equal for equal values: 0 and -0 are the same. */
    private static int[] bits(FloatMatrix rows, int row) {
        int[] bits = new int[rows.columns()];
        Arrays.setAll(bits, j -> Float.floatToIntBits(rows.get(row, j) + 0f));
        return bits;
    }
}
