package io.eckart.numerics;

/**
 * A sparse float64 matrix in compressed rows (CSR): the entries of row i are from {@code starts[i]} (included) to
 * {@code starts[i + 1]} (excluded), with ascending columns. The arrays are shared, not copied.
 *
 * @param rows n
 * @param columns m
 * @param starts n + 1 entries
 * @param indices the column of each entry
 * @param values the entries
 */
@SuppressWarnings("ArrayRecordComponent") // loops read the arrays directly; matrices are not compared
public record SparseMatrix(int rows, int columns, int[] starts, int[] indices, double[] values) {
    private static final int BLOCK = 1024;

    /** @throws IllegalArgumentException if the lengths of the arrays do not fit */
    public SparseMatrix {
        if (starts.length != rows + 1 || starts[rows] != values.length || indices.length != values.length) {
            throw new IllegalArgumentException(rows + " sparse rows with " + values.length + " entries cannot have "
                    + starts.length + " starts and " + indices.length + " columns");
        }
    }

    /**
     * {@code C = alpha A B} for dense row-major matrices of {@code width} columns.
     *
     * @param dense B, columns x width
     * @param result C, rows x width, overwritten
     */
    public void multiply(double alpha, double[] dense, int width, double[] result, Workers workers) {
        workers.forEach(Math.ceilDiv(rows, BLOCK), block -> {
            for (int i = block * BLOCK; i < Math.min(rows, (block + 1) * BLOCK); i++) {
                multiplyRow(i, alpha, dense, width, result);
            }
        });
    }

    /** Four columns at a time, then two, then one: the sums stay in registers. */
    private void multiplyRow(int row, double alpha, double[] dense, int width, double[] result) {
        int column = 0;
        for (; column + 3 < width; column += 4) {
            multiplyFour(row, alpha, dense, width, column, result);
        }
        for (; column + 1 < width; column += 2) {
            multiplyTwo(row, alpha, dense, width, column, result);
        }
        if (column < width) {
            double sum = 0;
            for (int entry = starts[row]; entry < starts[row + 1]; entry++) {
                sum += values[entry] * dense[indices[entry] * width + column];
            }
            result[row * width + column] = alpha * sum;
        }
    }

    private void multiplyFour(int row, double alpha, double[] dense, int width, int column, double[] result) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        for (int entry = starts[row]; entry < starts[row + 1]; entry++) {
            double value = values[entry];
            int from = indices[entry] * width + column;
            a += value * dense[from];
            b += value * dense[from + 1];
            c += value * dense[from + 2];
            d += value * dense[from + 3];
        }
        int to = row * width + column;
        result[to] = alpha * a;
        result[to + 1] = alpha * b;
        result[to + 2] = alpha * c;
        result[to + 3] = alpha * d;
    }

    private void multiplyTwo(int row, double alpha, double[] dense, int width, int column, double[] result) {
        double a = 0;
        double b = 0;
        for (int entry = starts[row]; entry < starts[row + 1]; entry++) {
            int from = indices[entry] * width + column;
            a += values[entry] * dense[from];
            b += values[entry] * dense[from + 1];
        }
        result[row * width + column] = alpha * a;
        result[row * width + column + 1] = alpha * b;
    }

    /** {@code sum_j a_ij} for each row. */
    public double[] rowSums() {
        double[] sums = new double[rows];
        for (int i = 0; i < rows; i++) {
            for (int entry = starts[i]; entry < starts[i + 1]; entry++) {
                sums[i] += values[entry];
            }
        }
        return sums;
    }

    /** {@code diag(left) A diag(right)}. */
    public SparseMatrix scaled(double[] left, double[] right) {
        double[] scaled = new double[values.length];
        for (int i = 0; i < rows; i++) {
            for (int entry = starts[i]; entry < starts[i + 1]; entry++) {
                scaled[entry] = left[i] * values[entry] * right[indices[entry]];
            }
        }
        return new SparseMatrix(rows, columns, starts, indices, scaled);
    }
}
