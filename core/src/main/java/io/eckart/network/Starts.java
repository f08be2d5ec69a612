package io.eckart.network;

import io.eckart.numerics.Activation;
import io.eckart.numerics.MatrixView;
import io.eckart.numerics.Reals64;
import java.util.SplittableRandom;

/** Random starts. */
final class Starts {
    private Starts() {}

    /** Independent N(0, 1 / max(rows, columns)): the largest singular value is between 1 and 2. */
    static void gaussian(MatrixView matrix, SplittableRandom random) {
        gaussian(matrix, 1 / Math.sqrt(Math.max(matrix.rows(), matrix.columns())), random);
    }

    static void gaussian(MatrixView matrix, double deviation, SplittableRandom random) {
        for (int i = 0; i < matrix.rows(); i++) {
            for (int j = 0; j < matrix.columns(); j++) {
                matrix.set(i, j, deviation * random.nextGaussian());
            }
        }
    }

    /** A random B (d x k) from which T steps of gradient descent with step 1 start well. */
    static MatrixView unrolled(Dimensions dimensions, int depth, SplittableRandom random) {
        Dimensions plain = new Dimensions(dimensions.features(), dimensions.codeSize(), false, false);
        Reals64 values = new Reals64(new double[dimensions.features() * dimensions.codeSize()]);
        UnrolledEncoder.automatic(depth).start(plain, values, random);
        return new MatrixView(values, 0, dimensions.features(), dimensions.codeSize());
    }

    /** The variance of a weight times the number of inputs that keeps the size of what passes through (He et al. 2015). */
    static double gain(Activation activation) {
        return switch (activation) {
            case RELU, GELU -> 2;
            case TANH, SIGMOID, IDENTITY -> 1;
        };
    }

    static void identity(MatrixView matrix) {
        for (int i = 0; i < Math.min(matrix.rows(), matrix.columns()); i++) {
            matrix.set(i, i, 1);
        }
    }
}
