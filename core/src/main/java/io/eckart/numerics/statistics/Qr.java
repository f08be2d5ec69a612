package io.eckart.numerics.statistics;

import io.eckart.numerics.DoubleMatrix;
import io.eckart.numerics.blas.LinearAlgebra;

/**
 * Thin QR factorisation {@code A = Q R} of an m x n matrix, m at least n, with no negative entry on the diagonal of R, so it is
 * unique where A has full rank.
 *
 * @param q m x n, orthonormal columns, also where A has a lower rank
 * @param r n x n, upper triangular
 */
public record Qr(DoubleMatrix q, DoubleMatrix r) {

    /** The factorisation by the provider in use. */
    public static Qr of(DoubleMatrix matrix) {
        return of(matrix, LinearAlgebra.get());
    }

    /**
     * The factorisation of a matrix.
     *
     * @throws IllegalArgumentException if there are fewer rows than columns or an entry is not finite
     */
    public static Qr of(DoubleMatrix matrix, LinearAlgebra algebra) {
        int n = matrix.columns();
        DoubleMatrix q = new DoubleMatrix(matrix.rows(), n, matrix.values().clone());
        DoubleMatrix r = DoubleMatrix.zeros(n, n);
        algebra.qr(matrix.rows(), n, q.values(), r.values());
        for (int i = 0; i < n; i++) {
            if (r.get(i, i) < 0) {
                Signs.turnRow(r, i);
                Signs.turnColumn(q, i);
            }
        }
        return new Qr(q, r);
    }
}
