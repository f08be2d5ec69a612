package io.eckart.network.linear;

import io.eckart.numerics.blas.LinearAlgebra;
import io.eckart.numerics.product.MatrixView;

/**
 * Solves {@code G X = Y} with {@code G = B'B} for a tall B (d x k): by the Cholesky factor of G, or where G is
 * ill-conditioned by the QR decomposition of B, whose R is that factor without the squaring of the condition.
 */
final class LeastSquares {
    /** Below this ratio of the factor's diagonal entries the condition of G is beyond 1e10. */
    private static final double ILL_CONDITIONED = 1e-5;

    private final MatrixView b;
    private final int k;
    private final MatrixView factor;
    private final double[] orthonormal;
    private final double[] upper;

    LeastSquares(MatrixView b) {
        this.b = b;
        this.k = b.columns();
        this.factor = MatrixView.zeros(k, k);
        this.orthonormal = new double[b.length()];
        this.upper = new double[k * k];
    }

    /** @throws ArithmeticException if the columns of B are not independent */
    void factor() {
        factor.setProduct(b.t(), b);
        if (LinearAlgebra.get().cholesky(k, factor.doubles()) != 0 || ratio() < ILL_CONDITIONED) {
            factorByQr();
        }
    }

    private double ratio() {
        double least = Double.POSITIVE_INFINITY;
        double largest = 0;
        for (int i = 0; i < k; i++) {
            double entry = Math.abs(factor.doubles()[i * k + i]);
            least = Math.min(least, entry);
            largest = Math.max(largest, entry);
        }
        return least / largest;
    }

    private void factorByQr() {
        for (int i = 0; i < b.rows(); i++) {
            for (int j = 0; j < k; j++) {
                orthonormal[i * k + j] = b.get(i, j);
            }
        }
        LinearAlgebra.get().qr(b.rows(), k, orthonormal, upper);
        for (int i = 0; i < k; i++) {
            for (int j = 0; j <= i; j++) {
                factor.doubles()[i * k + j] = upper[j * k + i];
            }
        }
        if (!(ratio() > 0)) {
            throw new ArithmeticException("the columns of B are not independent, so it has no pseudo-inverse");
        }
    }

    /** Solves in place for Y, k x columns at the start of its array. */
    void solve(MatrixView y) {
        LinearAlgebra.get().choleskySolve(k, y.columns(), factor.doubles(), y.doubles());
    }
}
