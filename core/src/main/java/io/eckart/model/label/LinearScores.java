package io.eckart.model.label;

import io.eckart.numerics.DoubleMatrix;

/** {@code z = W x + b} in float64, always added in the same order. */
final class LinearScores {
    private LinearScores() {}

    static void of(DoubleMatrix weights, double[] bias, float[] rows, int start, double[] scores) {
        int k = weights.columns();
        double[] w = weights.values();
        for (int c = 0; c < scores.length; c++) {
            double a = 0;
            double b = 0;
            double e = 0;
            double f = 0;
            int at = c * k;
            int j = 0;
            for (; j + 3 < k; j += 4) {
                a += w[at + j] * rows[start + j];
                b += w[at + j + 1] * rows[start + j + 1];
                e += w[at + j + 2] * rows[start + j + 2];
                f += w[at + j + 3] * rows[start + j + 3];
            }
            for (; j < k; j++) {
                a += w[at + j] * rows[start + j];
            }
            scores[c] = bias[c] + ((a + b) + (e + f));
        }
    }
}
