package io.eckart.numerics;

import java.util.Arrays;

/**
 * Products of rows with a matrix, {@code Y = X W'}, in one of two ways: as fast as they go, or so that what a row gives does not
 * depend on where it stands among the others, to the bit. Not for use from several threads at once.
 *
 * <p>Kernels of BLAS keep several rows in flight and may add up those at the edges of a block in another order than those within.
 * So rows are laid along the direction in which the kernels' vectors lie, between margins of zero rows ({@link RowLayout}).
 */
public final class RowProducts {
    private final boolean independent;
    private float[] rows = {};
    private float[] product = {};

    private RowProducts(boolean independent) {
        this.independent = independent;
    }

    public static RowProducts fast() {
        return new RowProducts(false);
    }

    /** Each row gives the same bits wherever it stands, for a fixed number of rows. */
    public static RowProducts independent() {
        return new RowProducts(true);
    }

    /**
     * {@code Y = X W'}.
     *
     * @param y n x k
     * @param x n x d
     * @param w k x d
     */
    public void set(MatrixView y, MatrixView x, MatrixView w) {
        if (mustCare(y)) {
            multiply(1, x, w);
            put(y, 0);
        } else {
            y.setProduct(x, w.t());
        }
    }

    /** {@code Y += alpha X W'}. */
    public void add(double alpha, MatrixView y, MatrixView x, MatrixView w) {
        if (mustCare(y)) {
            multiply(alpha, x, w);
            put(y, 1);
        } else {
            y.addProduct(alpha, x, w.t());
        }
    }

    private boolean mustCare(MatrixView y) {
        return independent && y.reals().precision() == Reals.Precision.FLOAT32;
    }

    /** Leaves {@code alpha W X'} in the product, k x the width of the layout. */
    private void multiply(double alpha, MatrixView x, MatrixView w) {
        int n = x.rows();
        int d = x.columns();
        int k = w.rows();
        RowLayout layout = RowLayout.inUse();
        int width = layout.width(n);
        rows = atLeast(rows, width * d);
        product = atLeast(product, k * width);
        int margin = layout.margin();
        Arrays.fill(rows, 0, margin * d, 0);
        Arrays.fill(rows, (margin + n) * d, width * d, 0);
        System.arraycopy(((Reals32) x.reals()).values(), x.offset(), rows, margin * d, n * d);
        float[] weights = ((Reals32) w.reals()).values();
        boolean flipped = w.isFlipped();
        layout.multiply(flipped, k, width, d, (float) alpha, weights, w.offset(), flipped ? k : d, rows, product);
    }

    private static float[] atLeast(float[] array, int length) {
        return array.length < length ? new float[length] : array;
    }

    private void put(MatrixView y, float keep) {
        float[] to = ((Reals32) y.reals()).values();
        int n = y.rows();
        int k = y.columns();
        RowLayout layout = RowLayout.inUse();
        int width = layout.width(n);
        for (int j = 0; j < k; j++) {
            int from = j * width + layout.margin();
            for (int i = 0; i < n; i++) {
                int at = y.offset() + i * k + j;
                to[at] = keep == 0 ? product[from + i] : to[at] + product[from + i];
            }
        }
    }
}
