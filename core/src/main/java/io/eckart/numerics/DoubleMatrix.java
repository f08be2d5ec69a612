package io.eckart.numerics;

import java.util.Arrays;

/**
 * A dense row-major float64 matrix: entry (i, j) is at {@code values[i * columns + j]}.
 *
 * <p>The array is shared, not copied, and can be changed through {@link #values}.
 *
 * @param rows number of rows, at least 0
 * @param columns number of columns, at least 0
 * @param values the entries, exactly {@code rows * columns} of them
 */
@SuppressWarnings("ArrayRecordComponent") // a matrix is its array, which loops read directly; matrices are not compared
public record DoubleMatrix(int rows, int columns, double[] values) {

    /** @throws IllegalArgumentException if a size is negative or the array has another length */
    public DoubleMatrix {
        Shapes.check(rows, columns, values.length);
    }

    /** A matrix of zeros. */
    public static DoubleMatrix zeros(int rows, int columns) {
        return new DoubleMatrix(rows, columns, new double[Shapes.length(rows, columns)]);
    }

    /** The identity of n x n. */
    public static DoubleMatrix identity(int n) {
        DoubleMatrix identity = zeros(n, n);
        for (int i = 0; i < n; i++) {
            identity.values[i * n + i] = 1;
        }
        return identity;
    }

    /** The entry at a row and a column, both counted from 0; the indices are not checked. */
    public double get(int row, int column) {
        return values[row * columns + column];
    }

    /** The sum of the diagonal of a square matrix. */
    public double trace() {
        double trace = 0;
        for (int i = 0; i < rows; i++) {
            trace += get(i, i);
        }
        return trace;
    }

    /** A copy of the transpose. */
    public DoubleMatrix transpose() {
        DoubleMatrix transposed = zeros(columns, rows);
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                transposed.values[j * rows + i] = values[i * columns + j];
            }
        }
        return transposed;
    }

    /** A copy of the rows from {@code from} (included) to {@code to} (excluded). */
    public DoubleMatrix copyRows(int from, int to) {
        double[] copy = Arrays.copyOfRange(values, from * columns, to * columns);
        return new DoubleMatrix(to - from, columns, copy);
    }

    /** A copy rounded to float32. */
    public FloatMatrix toFloat() {
        float[] narrow = new float[values.length];
        for (int i = 0; i < narrow.length; i++) {
            narrow[i] = (float) values[i];
        }
        return new FloatMatrix(rows, columns, narrow);
    }
}
