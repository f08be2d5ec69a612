package io.eckart.task.explore;

import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.Neighbours;
import io.eckart.numerics.Workers;
import io.eckart.numerics.neighbour.NearestRows;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The intrinsic dimension by the two nearest neighbours of each row (Facco, d'Errico, Rodriguez and Laio 2017): with r1 and r2
 * the distances to them, {@code mu = r2 / r1} follows {@code 1 - mu^-D} whatever the density, so D is the slope of {@code -ln(1 -
 * F(mu))} over {@code ln mu} through the origin, the tenth with the largest mu left out. It looks at the smallest distances there
 * are: noise that fills all directions counts as dimensions as soon as it is as large as these.
 */
final class TwoNearestNeighbours {
    private static final double KEPT = 0.9;
    private static final int LEAST_ROWS = 20;

    private TwoNearestNeighbours() {}

    /**
     * D; NaN for fewer than {@value #LEAST_ROWS} distinct rows, or if all distances are equal.
     *
     * @param rows n x d, all finite; equal rows count once
     */
    static double dimension(FloatMatrix rows, Workers workers) {
        FloatMatrix distinct = distinct(rows);
        int n = distinct.rows();
        if (n < LEAST_ROWS) {
            return Double.NaN;
        }
        double[] logs = logRatios(distinct, workers);
        Arrays.sort(logs);
        int kept = (int) (KEPT * n);
        double products = 0;
        double squares = 0;
        for (int i = 0; i < kept; i++) {
            products += logs[i] * -Math.log1p(-(i + 1.0) / n);
            squares += logs[i] * logs[i];
        }
        return squares == 0 ? Double.NaN : products / squares;
    }

    private static FloatMatrix distinct(FloatMatrix rows) {
        int d = rows.columns();
        Map<FloatRow, Integer> first = new LinkedHashMap<>();
        for (int i = 0; i < rows.rows(); i++) {
            first.putIfAbsent(new FloatRow(Arrays.copyOfRange(rows.values(), i * d, (i + 1) * d)), i);
        }
        return rows.selectRows(
                first.values().stream().mapToInt(Integer::intValue).toArray());
    }

    /** A row that equals another with the same values. */
    @SuppressWarnings("ArrayRecordComponent") // equality is by the values
    private record FloatRow(float[] values) {
        @Override
        public boolean equals(Object other) {
            return other instanceof FloatRow row && Arrays.equals(values, row.values);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(values);
        }
    }

    private static double[] logRatios(FloatMatrix rows, Workers workers) {
        Neighbours nearest = new NearestRows(rows).among(2, workers);
        double[] logs = new double[rows.rows()];
        Arrays.setAll(logs, i -> Math.log(nearest.squaredDistance(i, 1) / nearest.squaredDistance(i, 0)) / 2);
        return logs;
    }
}
