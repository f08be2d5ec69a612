package io.eckart.numerics;

import java.util.Arrays;
import java.util.BitSet;

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
        float[] copy = Arrays.copyOfRange(values, from * columns, to * columns);
        return new FloatMatrix(to - from, columns, copy);
    }

    /** Copies of these rows, in this order. */
    public FloatMatrix selectRows(int[] indices) {
        FloatMatrix selected = zeros(indices.length, columns);
        for (int i = 0; i < indices.length; i++) {
            System.arraycopy(values, indices[i] * columns, selected.values, i * columns, columns);
        }
        return selected;
    }

    /** Copies of these columns, in this order. */
    public FloatMatrix selectColumns(int[] indices) {
        FloatMatrix selected = zeros(rows, indices.length);
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < indices.length; j++) {
                selected.values[i * indices.length + j] = get(i, indices[j]);
            }
        }
        return selected;
    }

    /**
     * A sample of rows at equal distances, the first row among them.
     *
     * @param count from 0 to the number of rows
     */
    public FloatMatrix sampleRows(int count) {
        int[] sample = new int[count];
        Arrays.setAll(sample, i -> (int) ((long) i * rows / count));
        return selectRows(sample);
    }

    /** The column of the largest entry of a row, the first one of equals. */
    public int argmax(int row) {
        int best = 0;
        for (int j = 1; j < columns; j++) {
            best = get(row, j) > get(row, best) ? j : best;
        }
        return best;
    }

    /** Whether no cell of a row is observed: all are NaN. */
    public boolean isUnobserved(int row) {
        for (int j = 0; j < columns; j++) {
            if (!Float.isNaN(get(row, j))) {
                return false;
            }
        }
        return true;
    }

    /** The columns of the missing cells of a row: those that are NaN. */
    public BitSet missing(int row) {
        BitSet missing = new BitSet(columns);
        for (int j = 0; j < columns; j++) {
            missing.set(j, Float.isNaN(get(row, j)));
        }
        return missing;
    }

    /** Whether a cell of a row is missing: NaN. */
    public boolean hasMissing(int row) {
        for (int j = 0; j < columns; j++) {
            if (Float.isNaN(get(row, j))) {
                return true;
            }
        }
        return false;
    }

    public DoubleMatrix toDouble() {
        double[] wide = new double[values.length];
        for (int i = 0; i < wide.length; i++) {
            wide[i] = values[i];
        }
        return new DoubleMatrix(rows, columns, wide);
    }
}
