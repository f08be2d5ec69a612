package io.eckart.numerics.blas;

import io.eckart.numerics.Shapes;
import java.util.Arrays;

/** Checks the arguments of BLAS and LAPACK calls: native code given a wrong size would crash or corrupt the process. */
final class Operands {
    /** 2 n^2 + 6 n + 1 must be a 32-bit integer. */
    private static final int LARGEST_EIGENPROBLEM = 32_000;

    private Operands() {}

    /** Checks that the array can hold a dense {@code rows x columns} matrix. */
    static void dense(String name, int length, int rows, int columns) {
        if (Shapes.length(rows, columns) > length) {
            throw new IllegalArgumentException(
                    name + " of " + rows + " x " + columns + " does not lie within an array of " + length);
        }
    }

    /** Checks a dense matrix whose entries must all be finite: on NaN the iterations of LAPACK may not end. */
    static void finite(String name, double[] values, int rows, int columns) {
        dense(name, values.length, rows, columns);
        for (int i = 0; i < rows * columns; i++) {
            if (!Double.isFinite(values[i])) {
                throw new IllegalArgumentException(
                        name + " has " + values[i] + " at row " + i / columns + ", column " + i % columns);
            }
        }
    }

    static void qr(int m, int n, double[] a, double[] r) {
        if (m < n) {
            throw new IllegalArgumentException(
                    "a thin QR needs at least as many rows as columns, got " + m + " x " + n);
        }
        finite("A", a, m, n);
        dense("R", r.length, n, n);
    }

    static void svd(int m, int n, double[] a, double[] u, double[] s, double[] vt) {
        int r = Math.min(m, n);
        finite("A", a, m, n);
        dense("U", u.length, m, r);
        dense("S", s.length, r, 1);
        dense("V'", vt.length, r, n);
    }

    static void weightedRows(Operand a, Operand weights, Operand y) {
        y.requireProduct(weights, a);
        if (y.isWide() || y.rows() != 1 || a.isTransposed() || weights.isTransposed()) {
            throw new IllegalArgumentException("weighted rows are added up in float32, to one row and not from a transpose");
        }
    }

    static void eigen(int n, double[] a, double[] values) {
        eigen(n, a, values, n);
    }

    private static void eigen(int n, double[] a, double[] values, int count) {
        finite("A", a, n, n);
        dense("the values", values.length, count, 1);
        if (n > LARGEST_EIGENPROBLEM) {
            throw new IllegalArgumentException("eigenvectors of " + n + " x " + n
                    + " need more workspace than LAPACK can count; at most " + LARGEST_EIGENPROBLEM);
        }
    }

    static void eigenTop(int n, int k, double[] a, double[] values, double[] vectors) {
        if (k < 0 || k > n) {
            throw new IllegalArgumentException("k must be from 0 to " + n + ", got " + k);
        }
        eigen(n, a, values, k);
        dense("the vectors", vectors.length, k, n);
    }

    /** The k largest eigenvalues and their eigenvectors, from all of them. */
    static void topOfAll(LinearAlgebra algebra, int n, int k, double[] a, double[] values, double[] vectors) {
        double[] all = new double[n];
        algebra.symmetricEigen(n, a, all);
        System.arraycopy(all, n - k, values, 0, k);
        System.arraycopy(a, (n - k) * n, vectors, 0, k * n);
    }

    static void converged(String routine, int info) {
        if (info < 0) {
            throw new IllegalArgumentException(routine + " refused its argument number " + -info);
        }
        if (info > 0) {
            throw new ArithmeticException(routine + " did not converge (info " + info + ")");
        }
    }

    static void clearBelowDiagonal(int n, double[] r) {
        for (int i = 1; i < n; i++) {
            Arrays.fill(r, i * n, i * n + i, 0);
        }
    }
}
