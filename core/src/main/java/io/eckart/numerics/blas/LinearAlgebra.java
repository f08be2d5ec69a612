package io.eckart.numerics.blas;

/**
 * The operations of BLAS and LAPACK that are needed. Matrices are row-major. Every call runs on the calling thread alone; {@link io.eckart.numerics.Workers Workers} provides the threads.
 *
 * <p>Two providers exist: {@link OpenBlas} (native, through the Foreign Function and Memory API) and {@link Netlib}
 * (pure Java). {@link #get()} is the one in use.
 */
public sealed interface LinearAlgebra permits OpenBlas, Netlib {

    /** The system property that forces a provider: {@code openblas}, {@code netlib}, or the path of another library. */
    String PROPERTY = "eckart.blas";

    /**
     * The provider in use, chosen once per process: what {@link #PROPERTY} names, else OpenBLAS, else (with a logged
     * warning) the pure-Java one.
     *
     * @throws IllegalStateException if the provider named by the property is not available
     */
    static LinearAlgebra get() {
        return LinearAlgebraChoice.get();
    }

    /** Name and version for logs and provenance, for example {@code "OpenBLAS 0.3.31 SKYLAKEX"}. */
    String description();

    /**
     * {@code C = alpha A B + beta C}; C is not read where beta is 0.
     *
     * @param c not a transpose, and no part of A or B
     * @throws IllegalArgumentException if the shapes or the precisions do not fit, or C is a transpose
     */
    void gemm(double alpha, Operand a, Operand b, double beta, Operand c);

    /** The float32 inner product of n entries; off by at most {@code n 2^-24 |a||b|}. */
    float dot(int n, float[] a, int aOffset, float[] b, int bOffset);

    /**
     * {@code y += w A} in float32: the sum of the rows of A, each times its weight.
     *
     * @param a m x n, not a transpose
     * @param weights w, 1 x m, not a transpose
     * @param y 1 x n, not a transpose
     * @throws IllegalArgumentException if the shapes or the precisions do not fit, or one is a transpose
     */
    void addRows(Operand a, Operand weights, Operand y);

    /**
     * Upper triangle of {@code C = alpha A'A + beta C}; the rest of C is unchanged.
     *
     * @param a k x n, not a transpose
     * @param c n x n, not a transpose
     * @throws IllegalArgumentException if the shapes or the precisions do not fit, or one is a transpose
     */
    void gram(double alpha, Operand a, double beta, Operand c);

    /**
     * Eigenvalues and eigenvectors of a symmetric n x n matrix (upper triangle read).
     *
     * @param a the matrix; on return row i is the unit eigenvector of {@code values[i]}
     * @param values n entries; on return the eigenvalues, ascending as LAPACK gives them
     * @throws ArithmeticException if the iteration does not converge
     */
    void symmetricEigen(int n, double[] a, double[] values);

    /**
     * The k largest eigenvalues and their eigenvectors of a symmetric n x n matrix (upper triangle read); cheaper than
     * all of them where k is well below n.
     *
     * @param a the matrix, destroyed
     * @param values at least k entries; on return the k largest eigenvalues, ascending
     * @param vectors k x n; on return row i is the unit eigenvector of {@code values[i]}
     * @throws ArithmeticException if the iteration does not converge
     */
    void symmetricEigenTop(int n, int k, double[] a, double[] values, double[] vectors);

    /**
     * Thin singular value decomposition {@code A = U diag(s) V'} of an m x n matrix, r = min(m, n).
     *
     * @param a m x n, destroyed
     * @param u m x r on return
     * @param s r entries, descending on return
     * @param vt r x n on return
     * @throws ArithmeticException if the iteration does not converge
     */
    void thinSvd(int m, int n, double[] a, double[] u, double[] s, double[] vt);

    /**
     * Cholesky factor of a symmetric positive definite n x n matrix (lower triangle read): on return the lower triangle
     * holds L with A = L L'; the rest is unchanged.
     *
     * @return 0, or the 1-based order of the leading minor that is not positive definite
     */
    int cholesky(int n, double[] a);

    /** Solves {@code L L' X = B} in place for B of n x columns, L from {@link #cholesky}. */
    void choleskySolve(int n, int columns, double[] l, double[] b);

    /**
     * Thin QR of an m x n matrix with m at least n: A = Q R.
     *
     * @param a m x n; on return Q (orthonormal columns)
     * @param r n x n; on return the upper triangle R, zero below
     */
    void qr(int m, int n, double[] a, double[] r);
}
