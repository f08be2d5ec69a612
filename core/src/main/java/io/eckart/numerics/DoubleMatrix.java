package io.eckart.numerics;

/**
 * A dense row-major float64 matrix: entry (i, j) stands at {@code values[i * columns + j]}.
 *
 * <p>The array is shared, not copied: who wraps an array hands it over.
 *
 * @param rows number of rows, at least 0
 * @param columns number of columns, at least 0
 * @param values the entries, exactly {@code rows * columns} of them
 */
@SuppressWarnings("ArrayRecordComponent") // identity is never asked of a matrix; the array is the point
public record DoubleMatrix(int rows, int columns, double[] values) {

    /** @throws IllegalArgumentException if a size is negative or the array has another length */
    public DoubleMatrix {
        Shapes.check(rows, columns, values.length);
    }

    /** A matrix of zeros. */
    public static DoubleMatrix zeros(int rows, int columns) {
        return new DoubleMatrix(rows, columns, new double[Shapes.length(rows, columns)]);
    }

    public static DoubleMatrix identity(int n) {
        DoubleMatrix identity = zeros(n, n);
        for (int i = 0; i < n; i++) {
            identity.values[i * n + i] = 1;
        }
        return identity;
    }

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
        double[] copy = java.util.Arrays.copyOfRange(values, from * columns, to * columns);
        return new DoubleMatrix(to - from, columns, copy);
    }

    public FloatMatrix toFloat() {
        float[] narrow = new float[values.length];
        for (int i = 0; i < narrow.length; i++) {
            narrow[i] = (float) values[i];
        }
        return new FloatMatrix(rows, columns, narrow);
    }
}
