package io.eckart.network.linear;

import io.eckart.numerics.product.MatrixView;
import io.eckart.numerics.product.Reals32;
import io.eckart.numerics.product.Reals64;

/**
 * The soft threshold {@code h(x) = sign(x) max(|x| - theta_j, 0)} of codes (the proximal map of theta |x|), and its derivative;
 * matrices are n x k at the start of their arrays, thresholds 1 x k.
 */
final class SoftThreshold {
    private SoftThreshold() {}

    /** Applies it to every row, in place. */
    static void apply(MatrixView codes, MatrixView theta) {
        int n = codes.rows();
        int k = codes.columns();
        switch (codes.reals()) {
            case Reals32(float[] x) -> apply(x, 0, n, k, ((Reals32) theta.reals()).values(), theta.offset());
            case Reals64(double[] x) -> apply(x, 0, n, k, ((Reals64) theta.reals()).values(), theta.offset());
        }
    }

    /**
     * Back-propagates a gradient: sets it to 0 where the result y is 0, and subtracts {@code sum over rows of sign(y_ij) slope_ij} from
     * the gradient of the thresholds.
     */
    static void back(MatrixView slope, MatrixView y, MatrixView thetaGradient) {
        int n = slope.rows();
        int k = slope.columns();
        int at = thetaGradient.offset();
        switch (slope.reals()) {
            case Reals32(float[] s) ->
                back(s, ((Reals32) y.reals()).values(), n, k, ((Reals32) thetaGradient.reals()).values(), at);
            case Reals64(double[] s) ->
                back(s, ((Reals64) y.reals()).values(), n, k, ((Reals64) thetaGradient.reals()).values(), at);
        }
    }

    private static void apply(float[] x, int offset, int rows, int columns, float[] t, int at) {
        for (int start = offset; start < offset + rows * columns; start += columns) {
            for (int j = 0; j < columns; j++) {
                float value = x[start + j];
                x[start + j] = Math.max(value - t[at + j], 0) + Math.min(value + t[at + j], 0);
            }
        }
    }

    private static void back(float[] slope, float[] y, int rows, int columns, float[] gradient, int at) {
        for (int start = 0; start < rows * columns; start += columns) {
            for (int j = 0; j < columns; j++) {
                float sign = Math.signum(y[start + j]);
                gradient[at + j] -= sign * slope[start + j];
                slope[start + j] *= sign * sign;
            }
        }
    }

    private static void apply(double[] x, int offset, int rows, int columns, double[] t, int at) {
        for (int start = offset; start < offset + rows * columns; start += columns) {
            for (int j = 0; j < columns; j++) {
                double value = x[start + j];
                x[start + j] = Math.max(value - t[at + j], 0) + Math.min(value + t[at + j], 0);
            }
        }
    }

    private static void back(double[] slope, double[] y, int rows, int columns, double[] gradient, int at) {
        for (int start = 0; start < rows * columns; start += columns) {
            for (int j = 0; j < columns; j++) {
                double sign = Math.signum(y[start + j]);
                gradient[at + j] -= sign * slope[start + j];
                slope[start + j] *= sign * sign;
            }
        }
    }
}
