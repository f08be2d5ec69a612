package io.eckart.training.kmeans;

import io.eckart.data.DataException;
import io.eckart.data.Remedy;
import io.eckart.numerics.FloatMatrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts distinct rows, only as far as needed. */
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

    /** The number of distinct rows, or {@code enough} where there are at least so many. */
    public static int countUpTo(FloatMatrix rows, int enough) {
        Map<Integer, List<Integer>> byHash = new HashMap<>();
        int distinct = 0;
        for (int i = 0; i < rows.rows() && distinct < enough; i++) {
            List<Integer> alike = byHash.computeIfAbsent(hash(rows, i), h -> new ArrayList<>(1));
            int row = i;
            if (alike.stream().noneMatch(other -> same(rows, row, other))) {
                alike.add(i);
                distinct++;
            }
        }
        return distinct;
    }

    private static int hash(FloatMatrix rows, int row) {
        int d = rows.columns();
        int hash = 1;
        for (int j = row * d; j < (row + 1) * d; j++) {
            // Adding 0 makes -0 and 0 the same value.
            hash = 31 * hash + Float.floatToIntBits(rows.values()[j] + 0f);
        }
        return hash;
    }

    private static boolean same(FloatMatrix rows, int a, int b) {
        int d = rows.columns();
        float[] values = rows.values();
        return hash(rows, a) == hash(rows, b) && Arrays.equals(plain(values, a * d, d), plain(values, b * d, d));
    }

    private static float[] plain(float[] values, int start, int d) {
        float[] row = new float[d];
        for (int j = 0; j < d; j++) {
            row[j] = values[start + j] + 0f;
        }
        return row;
    }
}
