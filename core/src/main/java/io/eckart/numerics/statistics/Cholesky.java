package io.eckart.numerics.statistics;

import io.eckart.numerics.DoubleMatrix;
import io.eckart.numerics.blas.LinearAlgebra;
import java.util.Arrays;

/**
 * Cholesky factorisation {@code A = L L'} of a symmetric positive definite matrix.
 *
 * @param lower L, n x n, zero above the diagonal
 */
public record Cholesky(DoubleMatrix lower) {

    /** The factorisation by the provider in use. */
    public static Cholesky of(DoubleMatrix matrix) {
        return of(matrix, LinearAlgebra.get());
    }

    /**
     * The factorisation of a matrix.
     *
     * @param matrix n x n, symmetric; the lower triangle is read
     * @throws IllegalArgumentException if the matrix is not square or an entry is not finite
     * @throws ArithmeticException if the matrix is not positive definite to working precision
     */
    public static Cholesky of(DoubleMatrix matrix, LinearAlgebra algebra) {
        int n = matrix.rows();
        if (matrix.columns() != n) {
            throw new IllegalArgumentException("a symmetric matrix is square, got " + n + " x " + matrix.columns());
        }
        double[] lower = matrix.values().clone();
        int minor = algebra.cholesky(n, lower);
        if (minor != 0) {
            throw new ArithmeticException("the " + n + " x " + n
                    + " matrix is not positive definite: its leading minor of order " + minor + " is not positive");
        }
        for (int i = 0; i < n; i++) {
            Arrays.fill(lower, i * n + i + 1, (i + 1) * n, 0);
        }
        return new Cholesky(new DoubleMatrix(n, n, lower));
    }

    /** The solution X of {@code A X = B} by the provider in use. */
    public DoubleMatrix solve(DoubleMatrix b) {
        return solve(b, LinearAlgebra.get());
    }

    /**
     * The solution X of {@code A X = B}.
     *
     * @param b n x columns
     * @throws IllegalArgumentException if B has another number of rows
     */
    public DoubleMatrix solve(DoubleMatrix b, LinearAlgebra algebra) {
        int n = lower.rows();
        if (b.rows() != n) {
            throw new IllegalArgumentException("a system of " + n + " x " + n + " cannot have a right-hand side of "
                    + b.rows() + " x " + b.columns());
        }
        double[] x = b.values().clone();
        algebra.choleskySolve(n, b.columns(), lower.values(), x);
        return new DoubleMatrix(n, b.columns(), x);
    }
}
