package io.eckart.training;

import io.eckart.numerics.FloatMatrix;

/** The mean of each feature over the observed cells of some rows, in float64; 0 where none is observed. */
@SuppressWarnings("ArrayRecordComponent") // identity is never asked of means
public record ColumnMeans(double[] means) {

    public static ColumnMeans of(FloatMatrix rows, int[] selected) {
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
        for (int j = 0; j < d; j++) {
            sums[j] = observed[j] == 0 ? 0 : sums[j] / observed[j];
        }
        return new ColumnMeans(sums);
    }

    /** The root mean square of an observed cell about an origin; 1 where all are alike. */
    public double scaleAbout(FloatMatrix rows, int[] selected, double[] origin) {
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
