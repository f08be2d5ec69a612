package io.eckart.numerics.statistics;

import io.eckart.numerics.DoubleMatrix;
import io.eckart.numerics.Shapes;
import io.eckart.numerics.blas.LinearAlgebra;
import java.util.Arrays;

/**
 * Eigenvalues and eigenvectors of a symmetric matrix: {@code A = V' diag(values) V}, V with the vectors as rows; or of the k
 * largest eigenvalues only.
 *
 * <p>The entry of largest magnitude of each vector is positive, the first one on ties. The vectors of a
 * repeated eigenvalue are some orthonormal basis of its eigenspace.
 *
 * @param values k eigenvalues, descending
 * @param vectors k x n, orthonormal rows, row i belongs to value i
 */
@SuppressWarnings("ArrayRecordComponent") // a result that belongs to the caller; never compared
public record SymmetricEigen(double[] values, DoubleMatrix vectors) {
    /** With fewer than n / 6 vectors, computing only those was measured to be faster than computing all. */
    private static final int FEW = 6;

    /** All n eigenpairs. */
    public static SymmetricEigen of(DoubleMatrix matrix) {
        return of(matrix, LinearAlgebra.get());
    }

    /**
     * All n eigenpairs.
     *
     * @param matrix n x n, symmetric; the upper triangle is read
     * @throws IllegalArgumentException if the matrix is not square or an entry is not finite
     * @throws ArithmeticException if the iteration does not converge
     */
    public static SymmetricEigen of(DoubleMatrix matrix, LinearAlgebra algebra) {
        int n = order(matrix);
        double[] vectors = matrix.values().clone();
        double[] values = new double[n];
        algebra.symmetricEigen(n, vectors, values);
        return descending(n, n, values, vectors);
    }

    /** The k eigenpairs of the largest eigenvalues. */
    public static SymmetricEigen top(DoubleMatrix matrix, int k) {
        return top(matrix, k, LinearAlgebra.get());
    }

    /**
     * The k eigenpairs of the largest eigenvalues.
     *
     * @param matrix n x n, symmetric; the upper triangle is read
     * @param k from 0 to n
     * @throws IllegalArgumentException if the matrix is not square, an entry is not finite or k is out of range
     * @throws ArithmeticException if the iteration does not converge
     */
    public static SymmetricEigen top(DoubleMatrix matrix, int k, LinearAlgebra algebra) {
        int n = order(matrix);
        if (k < 0 || k > n) {
            throw new IllegalArgumentException("k must be from 0 to " + n + ", got " + k);
        }
        if ((long) k * FEW > n) {
            SymmetricEigen all = of(matrix, algebra);
            return new SymmetricEigen(Arrays.copyOf(all.values, k), all.vectors.copyRows(0, k));
        }
        double[] values = new double[k];
        double[] vectors = new double[Shapes.length(k, n)];
        algebra.symmetricEigenTop(n, k, matrix.values().clone(), values, vectors);
        return descending(n, k, values, vectors);
    }

    private static int order(DoubleMatrix matrix) {
        if (matrix.rows() != matrix.columns()) {
            throw new IllegalArgumentException(
                    "a symmetric matrix is square, got " + matrix.rows() + " x " + matrix.columns());
        }
        return matrix.rows();
    }

    private static SymmetricEigen descending(int n, int k, double[] ascending, double[] rows) {
        double[] values = new double[k];
        DoubleMatrix vectors = DoubleMatrix.zeros(k, n);
        for (int i = 0; i < k; i++) {
            values[i] = ascending[k - 1 - i];
            System.arraycopy(rows, (k - 1 - i) * n, vectors.values(), i * n, n);
        }
        Signs.fixRows(vectors);
        return new SymmetricEigen(values, vectors);
    }
}
