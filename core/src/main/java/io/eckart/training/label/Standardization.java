package io.eckart.training.label;

import io.eckart.numerics.FloatMatrix;

/**
 * What is taken from features before a linear rule is fitted, and how the rule is brought back to them:
 * {@code w'(x - m)/s + b = (w/s)'x + b - (w/s)'m}.
 *
 * @param mean m, d entries
 * @param scale s, d entries, above 0
 */
@SuppressWarnings("ArrayRecordComponent") // identity is never asked of it
record Standardization(double[] mean, double[] scale) {

    /** About the mean of some rows, and divided by their standard deviations if wanted; a constant feature is not divided. */
    static Standardization of(FloatMatrix rows, boolean divide) {
        int n = rows.rows();
        int d = rows.columns();
        double[] mean = new double[d];
        for (int i = 0; i < rows.values().length; i++) {
            mean[i % d] += rows.values()[i] / (double) n;
        }
        double[] variance = new double[d];
        for (int i = 0; i < rows.values().length; i++) {
            double difference = rows.values()[i] - mean[i % d];
            variance[i % d] += difference * difference / n;
        }
        double[] scale = new double[d];
        for (int j = 0; j < d; j++) {
            double deviation = Math.sqrt(variance[j]);
            // What rounding leaves of a constant feature is no spread.
            boolean spreads = deviation > 1e-7 * Math.abs(mean[j]);
            scale[j] = divide && spreads ? deviation : 1;
        }
        return new Standardization(mean, scale);
    }

    FloatMatrix apply(FloatMatrix rows) {
        int d = mean.length;
        float[] values = new float[rows.values().length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) ((rows.values()[i] - mean[i % d]) / scale[i % d]);
        }
        return new FloatMatrix(rows.rows(), d, values);
    }

    /** Changes the d weights from {@code start} on in place; returns their bias. */
    double undo(double[] weights, int start, double bias) {
        double moved = bias;
        for (int j = 0; j < mean.length; j++) {
            weights[start + j] /= scale[j];
            moved -= weights[start + j] * mean[j];
        }
        return moved;
    }
}
