package io.eckart.network.linear;

import io.eckart.numerics.product.MatrixView;
import io.eckart.numerics.product.Reals;

/**
 * The soft threshold {@code h(x) = sign(x) max(|x| - theta_j, 0)} of codes (the proximal map of theta |x|), and its derivative;
 * matrices are n x k at the start of their arrays, thresholds 1 x k.
 */
final class SoftThreshold {
    private SoftThreshold() {}

    /** Applies it to every row, in place. */
    static void apply(MatrixView codes, MatrixView theta) {
        Reals x = codes.reals();
        for (int start = 0; start < codes.length(); start += codes.columns()) {
            for (int j = 0; j < codes.columns(); j++) {
                double value = x.get(start + j);
                double t = theta.reals().get(theta.offset() + j);
                x.set(start + j, Math.max(value - t, 0) + Math.min(value + t, 0));
            }
        }
    }

    /**
     * Back-propagates a gradient: sets it to 0 where the result y is 0, and subtracts {@code sum over rows of sign(y_ij) slope_ij} from
     * the gradient of the thresholds.
     */
    static void back(MatrixView slope, MatrixView y, MatrixView thetaGradient) {
        Reals s = slope.reals();
        Reals gradient = thetaGradient.reals();
        for (int start = 0; start < slope.length(); start += slope.columns()) {
            for (int j = 0; j < slope.columns(); j++) {
                int at = thetaGradient.offset() + j;
                double sign = Math.signum(y.reals().get(start + j));
                gradient.set(at, gradient.get(at) - sign * s.get(start + j));
                s.set(start + j, s.get(start + j) * sign * sign);
            }
        }
    }
}
