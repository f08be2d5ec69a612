package io.eckart.numerics.statistics;

import io.eckart.numerics.DoubleMatrix;
import io.eckart.numerics.blas.LinearAlgebra;

/**
 * Thin singular value decomposition {@code A = U diag(s) V'} of an m x n matrix, r = min(m, n).
 *
 * <p>The entry of largest magnitude of each row of V' is positive, the first one on ties; the columns of U are signed accordingly.
 *
 * @param u m x r, orthonormal columns
 * @param singularValues r values, descending, at least 0
 * @param vt r x n, orthonormal rows
 */
@SuppressWarnings("ArrayRecordComponent") // a result that belongs to the caller; never compared
public record ThinSvd(DoubleMatrix u, double[] singularValues, DoubleMatrix vt) {

    /** The decomposition by the provider in use. */
    public static ThinSvd of(DoubleMatrix matrix) {
        return of(matrix, LinearAlgebra.get());
    }

    /**
     * The decomposition of a matrix.
     *
     * @throws IllegalArgumentException if an entry is not finite
     * @throws ArithmeticException if the iteration does not converge
     */
    public static ThinSvd of(DoubleMatrix matrix, LinearAlgebra algebra) {
        int m = matrix.rows();
        int n = matrix.columns();
        int r = Math.min(m, n);
        ThinSvd svd = new ThinSvd(DoubleMatrix.zeros(m, r), new double[r], DoubleMatrix.zeros(r, n));
        algebra.thinSvd(m, n, matrix.values().clone(), svd.u.values(), svd.singularValues, svd.vt.values());
        boolean[] turned = Signs.fixRows(svd.vt);
        for (int i = 0; i < r; i++) {
            if (turned[i]) {
                Signs.turnColumn(svd.u, i);
            }
        }
        return svd;
    }
}
