package io.eckart.numerics.statistics;

import io.eckart.numerics.FloatMatrix;
import java.util.Arrays;

/** Statistics of the columns of a matrix over its observed cells, in float64. Missing cells are NaN. */
public final class ObservedColumns {
    private ObservedColumns() {}

    /** The mean of each column, d entries; 0 for a column without an observed cell. */
    public static double[] means(FloatMatrix rows) {
        int[] all = new int[rows.rows()];
        Arrays.setAll(all, i -> i);
        return means(rows, all);
    }

    /** The mean of each column over the selected rows, d entries; 0 for a column without an observed cell. */
    public static double[] means(FloatMatrix rows, int[] selected) {
        int d = rows.columns();
        double[] sums = new double[d];
        long[] observed = new long[d];
        for (int row : selected) {
            for (int j = 0; j < d; j++) {
                float cell = rows.get(row, j);
                if (!Float.isNaN(cell)) {
                    sums[j] += cell;
                    observed[j]++;
                }
            }
        }
        Arrays.setAll(sums, j -> observed[j] == 0 ? 0 : sums[j] / observed[j]);
        return sums;
    }

    /** The root mean square deviation of each column from its mean, d entries; 0 for a column without an observed cell. */
    public static double[] deviations(FloatMatrix rows, double[] means) {
        int d = rows.columns();
        double[] squares = new double[d];
        long[] observed = new long[d];
        for (int at = 0; at < rows.values().length; at++) {
            double difference = rows.values()[at] - means[at % d];
            if (!Double.isNaN(difference)) {
                squares[at % d] += difference * difference;
                observed[at % d]++;
            }
        }
        Arrays.setAll(squares, j -> observed[j] == 0 ? 0 : Math.sqrt(squares[j] / observed[j]));
        return squares;
    }

    /** The root mean square of all observed cells of the selected rows about an origin of d entries; 1 if it is 0. */
    public static double scale(FloatMatrix rows, int[] selected, double[] origin) {
        double sum = 0;
        long observed = 0;
        for (int row : selected) {
            for (int j = 0; j < origin.length; j++) {
                double difference = rows.get(row, j) - origin[j];
                if (!Double.isNaN(difference)) {
                    sum += difference * difference;
                    observed++;
                }
            }
        }
        double scale = Math.sqrt(sum / Math.max(1, observed));
        return scale > 0 ? scale : 1;
    }
}
