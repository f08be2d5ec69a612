package io.eckart.numerics;

/**
 * A dense row-major float32 matrix: entry (i, j) stands at {@code values[i * columns + j]}.
 *
 * <p>The array is shared, not copied: who wraps an array hands it over.
 *
 * @param rows number of rows, at least 0
 * @param columns number of columns, at least 0
 * @param values the entries, exactly {@code rows * columns} of them
 */
@SuppressWarnings("ArrayRecordComponent") // identity is never asked of a matrix; the array is the point
public record FloatMatrix(int rows, int columns, float[] values) {

    /** @throws IllegalArgumentException if a size is negative or the array has another length */
    public FloatMatrix {
        Shapes.check(rows, columns, values.length);
    }

    /** A matrix of zeros. */
    public static FloatMatrix zeros(int rows, int columns) {
        return new FloatMatrix(rows, columns, new float[Shapes.length(rows, columns)]);
    }

    public float get(int row, int column) {
        return values[row * columns + column];
    }

    /** A copy of the rows from {@code from} (included) to {@code to} (excluded). */
    public FloatMatrix copyRows(int from, int to) {
        float[] copy = java.util.Arrays.copyOfRange(values, from * columns, to * columns);
        return new FloatMatrix(to - from, columns, copy);
    }

    public DoubleMatrix toDouble() {
        double[] wide = new double[values.length];
        for (int i = 0; i < wide.length; i++) {
            wide[i] = values[i];
        }
        return new DoubleMatrix(rows, columns, wide);
    }
}
