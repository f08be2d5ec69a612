package io.eckart.training.label;

import io.eckart.numerics.FloatMatrix;
import java.util.Arrays;

/**
 * Centres and scales features before a linear rule is fitted, and converts the rule to the original features:
 * {@code w'(x - m)/s + b = (w/s)'x + b - (w/s)'m}.
 *
 * @param mean m, d entries
 * @param scale s, d entries, above 0
 */
@SuppressWarnings("ArrayRecordComponent") // shared without copies within a fit; not exported
record Standardization(double[] mean, double[] scale) {

    /** A code entry that nothing reaches still has the rounding of float32 sums of this size beside the others. */
    private static final double ROUNDING = 1e-6;

    /**
     * Of the mean of some rows and, if asked for, their standard deviations. Features are codes of one scale: one whose deviation is that of
     * rounding counts as constant and is not scaled.
     */
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
        double largest = Math.sqrt(Arrays.stream(variance).max().orElse(0));
        for (int j = 0; j < d; j++) {
            double deviation = Math.sqrt(variance[j]);
            boolean spreads = deviation > ROUNDING * largest && deviation > 1e-7 * Math.abs(mean[j]);
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
