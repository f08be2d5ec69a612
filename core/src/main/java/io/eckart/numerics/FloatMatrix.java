package io.eckart.numerics;

import java.util.Arrays;
import java.util.BitSet;

/**
 * A dense row-major float32 matrix: entry (i, j) is at {@code values[i * columns + j]}. A missing cell is NaN.
 *
 * <pre>{@code
 * FloatMatrix rows = new FloatMatrix(2, 3, new float[] {1, 2, 3, 4, Float.NaN, 6});
 * rows.get(1, 0); // 4
 * }</pre>
 *
 * <p>The array is shared, not copied, and can be changed through {@link #values}.
 *
 * @param rows number of rows, at least 0
 * @param columns number of columns, at least 0
 * @param values the entries, exactly {@code rows * columns} of them
 */
@SuppressWarnings("ArrayRecordComponent") // a matrix is its array, which loops read directly; matrices are not compared
public record FloatMatrix(int rows, int columns, float[] values) {

    /** @throws IllegalArgumentException if a size is negative or the array has another length */
    public FloatMatrix {
        Shapes.check(rows, columns, values.length);
    }

    /** A matrix of zeros. */
    public static FloatMatrix zeros(int rows, int columns) {
        return new FloatMatrix(rows, columns, new float[Shapes.length(rows, columns)]);
    }

    /** The entry at a row and a column, both counted from 0; the indices are not checked. */
    public float get(int row, int column) {
        return values[row * columns + column];
    }

    /** A copy of the rows from {@code from} (included) to {@code to} (excluded). */
    public FloatMatrix copyRows(int from, int to) {
        float[] copy = Arrays.copyOfRange(values, from * columns, to * columns);
        return new FloatMatrix(to - from, columns, copy);
    }

    /** A matrix of copies of these rows, in this order; a row may be named more than once. */
    public FloatMatrix selectRows(int[] indices) {
        FloatMatrix selected = zeros(indices.length, columns);
        for (int i = 0; i < indices.length; i++) {
            System.arraycopy(values, indices[i] * columns, selected.values, i * columns, columns);
        }
        return selected;
    }

    /** A matrix of copies of these columns, in this order; a column may be named more than once. */
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
     * Copies of evenly spaced rows, including the first row.
     *
     * @param count from 0 to the number of rows
     */
    public FloatMatrix sampleRows(int count) {
        int[] sample = new int[count];
        Arrays.setAll(sample, i -> (int) ((long) i * rows / count));
        return selectRows(sample);
    }

    /** The column of the largest entry of a row, the first one on ties. */
    public int argmax(int row) {
        int best = 0;
        for (int j = 1; j < columns; j++) {
            best = get(row, j) > get(row, best) ? j : best;
        }
        return best;
    }

    /** Whether all cells of a row are missing (NaN). */
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

    /** The mean of each column over its observed cells; 0 for a column without one. */
    public float[] columnMeans() {
        double[] sums = new double[columns];
        long[] observed = new long[columns];
        for (int i = 0; i < values.length; i++) {
            if (!Float.isNaN(values[i])) {
                sums[i % columns] += values[i];
                observed[i % columns]++;
            }
        }
        float[] means = new float[columns];
        for (int j = 0; j < columns; j++) {
            means[j] = observed[j] == 0 ? 0 : (float) (sums[j] / observed[j]);
        }
        return means;
    }

    /** A copy with one value for each column in the place of its missing cells. */
    public FloatMatrix filled(float[] cells) {
        float[] copy = values.clone();
        for (int i = 0; i < copy.length; i++) {
            copy[i] = Float.isNaN(copy[i]) ? cells[i % columns] : copy[i];
        }
        return new FloatMatrix(rows, columns, copy);
    }

    /** A copy in float64. */
    public DoubleMatrix toDouble() {
        double[] wide = new double[values.length];
        for (int i = 0; i < wide.length; i++) {
            wide[i] = values[i];
        }
        return new DoubleMatrix(rows, columns, wide);
    }
}
