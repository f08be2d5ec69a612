package io.eckart.network.pass;

import io.eckart.numerics.Activation;
import io.eckart.numerics.product.MatrixView;
import java.util.SplittableRandom;

/** Initial values of weights. */
public final class Starts {
    private Starts() {}

    /** Independent N(0, 1 / max(rows, columns)): the largest singular value is between 1 and 2. */
    public static void gaussian(MatrixView matrix, SplittableRandom random) {
        gaussian(matrix, 1 / Math.sqrt(Math.max(matrix.rows(), matrix.columns())), random);
    }

    /** Independent N(0, deviation^2). */
    public static void gaussian(MatrixView matrix, double deviation, SplittableRandom random) {
        for (int i = 0; i < matrix.rows(); i++) {
            for (int j = 0; j < matrix.columns(); j++) {
                matrix.set(i, j, deviation * random.nextGaussian());
            }
        }
    }

    /** The variance of a weight times the number of inputs that keeps the size of the signal (He et al. 2015). */
    public static double gain(Activation activation) {
        return switch (activation) {
            case RELU, GELU -> 2;
            case TANH, SIGMOID, IDENTITY -> 1;
        };
    }

    /** Ones on the diagonal; other entries are not changed. */
    public static void identity(MatrixView matrix) {
        for (int i = 0; i < Math.min(matrix.rows(), matrix.columns()); i++) {
            matrix.set(i, i, 1);
        }
    }
}
