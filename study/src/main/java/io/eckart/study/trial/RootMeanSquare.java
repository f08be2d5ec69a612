package io.eckart.study.trial;

import io.eckart.numerics.FloatMatrix;

/** The unit in which noise is measured. */
public final class RootMeanSquare {
    private RootMeanSquare() {}

    /** Of the cells about the mean of their columns. */
    public static double of(FloatMatrix rows) {
        int d = rows.columns();
        double sum = 0;
        for (int j = 0; j < d; j++) {
            double mean = 0;
            for (int i = 0; i < rows.rows(); i++) {
                mean += rows.get(i, j) / (double) rows.rows();
            }
            for (int i = 0; i < rows.rows(); i++) {
                sum += (rows.get(i, j) - mean) * (rows.get(i, j) - mean);
            }
        }
        return Math.sqrt(sum / rows.values().length);
    }
}
