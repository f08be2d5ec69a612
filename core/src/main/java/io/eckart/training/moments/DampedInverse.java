package io.eckart.training.moments;

import io.eckart.numerics.blas.LinearAlgebra;
import io.eckart.numerics.product.MatrixView;

/** The inverse of a symmetric positive semidefinite matrix with a small multiple of the identity added, {@code (S + e tr(S)/n I)^-1}. */
final class DampedInverse {
    private final int n;
    private final double damping;
    private final double[] factor;
    private final MatrixView inverse;

    DampedInverse(int n, double damping) {
        this.n = n;
        this.damping = damping;
        this.factor = new double[n * n];
        this.inverse = MatrixView.zeros(n, n);
    }

    /** The inverse for the current entries, n x n; overwritten by the next call. */
    MatrixView of(MatrixView matrix) {
        double trace = 0;
        for (int i = 0; i < n; i++) {
            trace += matrix.get(i, i);
        }
        double added = trace > 0 ? damping * trace / n : 1;
        for (int attempt = 0; ; attempt++) {
            for (int i = 0; i < n * n; i++) {
                factor[i] = matrix.get(i / n, i % n) + (i % (n + 1) == 0 ? added : 0);
            }
            if (LinearAlgebra.get().cholesky(n, factor) == 0) {
                break;
            }
            if (attempt > 40) {
                throw new ArithmeticException("a moment matrix holds values that are not finite");
            }
            added *= 10;
        }
        inverse.fill(0);
        for (int i = 0; i < n; i++) {
            inverse.set(i, i, 1);
        }
        LinearAlgebra.get().choleskySolve(n, n, factor, inverse.doubles());
        return inverse;
    }

    /** The inverse as of the last call. */
    MatrixView value() {
        return inverse;
    }
}
