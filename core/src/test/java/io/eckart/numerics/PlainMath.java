package io.eckart.numerics;

import io.eckart.numerics.blas.LinearAlgebra;
import io.eckart.numerics.blas.Netlib;
import io.eckart.numerics.blas.OpenBlas;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** The plain formulas, as the specification that every fast path is compared with. */
public final class PlainMath {
    public static final List<Integer> SIZES = List.of(1, 4, 6, 13, 16, 25, 100);
    public static final long SEED = 20260801;

    /** Unit round-off of float64 and float32. */
    public static final double EPS = 0x1p-53;

    public static final double EPS_FLOAT = 0x1p-24;

    private PlainMath() {}

    public static Stream<LinearAlgebra> providers() {
        return Stream.of(OpenBlas.bundled(), Netlib.create());
    }

    public static DoubleMatrix gaussian(int rows, int columns, SplittableRandom random) {
        DoubleMatrix matrix = DoubleMatrix.zeros(rows, columns);
        java.util.Arrays.setAll(matrix.values(), i -> random.nextGaussian());
        return matrix;
    }

    public static DoubleMatrix product(DoubleMatrix a, DoubleMatrix b) {
        DoubleMatrix c = DoubleMatrix.zeros(a.rows(), b.columns());
        for (int i = 0; i < a.rows(); i++) {
            for (int j = 0; j < b.columns(); j++) {
                double sum = 0;
                for (int p = 0; p < a.columns(); p++) {
                    sum += a.get(i, p) * b.get(p, j);
                }
                c.values()[i * b.columns() + j] = sum;
            }
        }
        return c;
    }

    public static DoubleMatrix diagonal(double[] values) {
        DoubleMatrix matrix = DoubleMatrix.zeros(values.length, values.length);
        for (int i = 0; i < values.length; i++) {
            matrix.values()[i * values.length + i] = values[i];
        }
        return matrix;
    }

    public static DoubleMatrix minus(DoubleMatrix a, DoubleMatrix b) {
        DoubleMatrix c = DoubleMatrix.zeros(a.rows(), a.columns());
        java.util.Arrays.setAll(c.values(), i -> a.values()[i] - b.values()[i]);
        return c;
    }

    public static double frobenius(DoubleMatrix a) {
        double sum = 0;
        for (double value : a.values()) {
            sum += value * value;
        }
        return Math.sqrt(sum);
    }

    public static double distance(DoubleMatrix a, DoubleMatrix b) {
        return frobenius(minus(a, b));
    }

    /** The largest difference between two entries; NaN if one is. */
    public static double largestDifference(double[] a, double[] b) {
        if (a.length != b.length) {
            throw new IllegalArgumentException(a.length + " and " + b.length + " entries");
        }
        double largest = 0;
        for (int i = 0; i < a.length; i++) {
            largest = Math.max(largest, Math.abs(a[i] - b[i]));
        }
        return largest;
    }

    /** How far the rows are from orthonormal: the Frobenius norm of V V' - I. */
    public static double rowDefect(DoubleMatrix v) {
        return distance(product(v, v.transpose()), DoubleMatrix.identity(v.rows()));
    }

    /** A symmetric matrix with these eigenvalues and eigenvectors drawn at random. */
    public static DoubleMatrix symmetric(double[] eigenvalues, SplittableRandom random) {
        int n = eigenvalues.length;
        DoubleMatrix q = orthonormalRows(n, n, random);
        DoubleMatrix a = product(product(q.transpose(), diagonal(eigenvalues)), q);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                a.values()[i * n + j] = a.values()[j * n + i];
            }
        }
        return a;
    }

    /** Gram-Schmidt, twice for each row. */
    public static DoubleMatrix orthonormalRows(int rows, int columns, SplittableRandom random) {
        DoubleMatrix q = gaussian(rows, columns, random);
        double[] v = q.values();
        for (int i = 0; i < rows; i++) {
            for (int pass = 0; pass < 2; pass++) {
                for (int j = 0; j < i; j++) {
                    double dot = dot(v, i * columns, j * columns, columns);
                    for (int p = 0; p < columns; p++) {
                        v[i * columns + p] -= dot * v[j * columns + p];
                    }
                }
                double norm = Math.sqrt(dot(v, i * columns, i * columns, columns));
                for (int p = 0; p < columns; p++) {
                    v[i * columns + p] /= norm;
                }
            }
        }
        return q;
    }

    private static double dot(double[] v, int from, int other, int length) {
        double sum = 0;
        for (int p = 0; p < length; p++) {
            sum += v[from + p] * v[other + p];
        }
        return sum;
    }
}
