package io.eckart.data.synthetic;

import io.eckart.numerics.DoubleMatrix;
import java.util.SplittableRandom;

/** Independent Gaussian noise in every cell. */
final class Noise {
    private Noise() {}

    /** A copy with added noise of this standard deviation; numbers are drawn row by row. */
    static DoubleMatrix added(DoubleMatrix clean, double deviation, SplittableRandom random) {
        double[] noisy = clean.values().clone();
        for (int i = 0; i < noisy.length; i++) {
            noisy[i] += deviation * random.nextGaussian();
        }
        return new DoubleMatrix(clean.rows(), clean.columns(), noisy);
    }
}
