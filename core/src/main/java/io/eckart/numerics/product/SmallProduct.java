package io.eckart.numerics.product;

import java.util.Arrays;

/**
 * A small product by plain loops, in which a row gives the same bits among any number of rows. Each sum runs over the features
 * four at a time, {@code s += (x_0 w_0 + x_1 w_1) + (x_2 w_2 + x_3 w_3)}; for a few rows the JIT's vectors lie along the outputs,
 * for many along the rows, which changes the order of no sum.
 */
final class SmallProduct implements RowProduct {
    /** With more weights BLAS is so much faster on batches that blocks of a fixed number of rows are worth their price. */
    private static final int LARGEST = 6144;

    /** From this many rows on vectors lie along them. */
    private static final int MANY = 16;

    private final int outputs;
    private final int features;
    private final float[] weights;
    private final float[][] columns;
    private float[][] cells = {};
    private float[] sums;

    /** @param w k x d, float32, is copied */
    SmallProduct(MatrixView w) {
        outputs = w.rows();
        features = w.columns();
        weights = new float[outputs * features];
        columns = new float[features][outputs];
        sums = new float[outputs];
        for (int j = 0; j < outputs; j++) {
            for (int f = 0; f < features; f++) {
                columns[f][j] = (float) w.get(j, f);
                weights[j * features + f] = columns[f][j];
            }
        }
    }

    static boolean suits(MatrixView w) {
        return w.length() <= LARGEST;
    }

    @Override
    public void set(MatrixView y, MatrixView x) {
        y.fill(0);
        add(1, y, x);
    }

    @Override
    public void add(double alpha, MatrixView y, MatrixView x) {
        float[] to = ((Reals32) y.reals()).values();
        float[] from = ((Reals32) x.reals()).values();
        if (x.rows() < MANY) {
            addFew((float) alpha, to, y.offset(), from, x.offset(), x.rows());
        } else {
            addMany((float) alpha, to, y.offset(), from, x.offset(), x.rows());
        }
    }

    private void addFew(float alpha, float[] y, int yOffset, float[] x, int xOffset, int rows) {
        for (int i = 0; i < rows; i++) {
            sum(columns, x, xOffset + i * features, outputs);
            int at = yOffset + i * outputs;
            for (int j = 0; j < outputs; j++) {
                y[at + j] += alpha * sums[j];
            }
        }
    }

    private void addMany(float alpha, float[] y, int yOffset, float[] x, int xOffset, int rows) {
        turn(x, xOffset, rows);
        for (int j = 0; j < outputs; j++) {
            sum(cells, weights, j * features, rows);
            for (int i = 0; i < rows; i++) {
                y[yOffset + i * outputs + j] += alpha * sums[i];
            }
        }
    }

    /** Lays the rows down as columns, d x n. */
    private void turn(float[] x, int offset, int rows) {
        if (cells.length == 0 || cells[0].length < rows) {
            cells = new float[features][rows];
            sums = new float[Math.max(rows, outputs)];
        }
        for (int f = 0; f < features; f++) {
            float[] column = cells[f];
            for (int i = 0; i < rows; i++) {
                column[i] = x[offset + i * features + f];
            }
        }
    }

    /** Leaves {@code s_i = sum_f v_fi c_f} in the sums, for {@code count} of them. */
    private void sum(float[][] vectors, float[] factors, int offset, int count) {
        Arrays.fill(sums, 0, count, 0);
        int f = 0;
        for (; f + 4 <= features; f += 4) {
            addFour(vectors, f, factors, offset + f, sums, count);
        }
        for (; f < features; f++) {
            addOne(vectors[f], factors[offset + f], sums, count);
        }
    }

    private static void addFour(float[][] vectors, int first, float[] factors, int at, float[] sums, int count) {
        float[] a = vectors[first];
        float[] b = vectors[first + 1];
        float[] c = vectors[first + 2];
        float[] d = vectors[first + 3];
        float p = factors[at];
        float q = factors[at + 1];
        float r = factors[at + 2];
        float s = factors[at + 3];
        for (int i = 0; i < count; i++) {
            sums[i] += (a[i] * p + b[i] * q) + (c[i] * r + d[i] * s);
        }
    }

    private static void addOne(float[] vector, float factor, float[] sums, int count) {
        for (int i = 0; i < count; i++) {
            sums[i] += vector[i] * factor;
        }
    }
}
