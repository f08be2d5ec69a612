package io.eckart.network;

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

    /** A random B (d x k) with s_max = 1: gradient descent with step 1 is in the middle of its stable range. */
    static MatrixView stable(Dimensions dimensions, SplittableRandom random) {
        Reals64 values = new Reals64(new double[dimensions.features() * dimensions.codeSize()]);
        new UnrolledEncoder(1, 1, true).start(dimensions, values, random);
        return new MatrixView(values, 0, dimensions.features(), dimensions.codeSize());
    }

    static void identity(MatrixView matrix) {
        for (int i = 0; i < Math.min(matrix.rows(), matrix.columns()); i++) {
            matrix.set(i, i, 1);
        }
    }
}
