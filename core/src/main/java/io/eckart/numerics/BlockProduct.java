package io.eckart.numerics;

import java.util.Arrays;

/**
 * A large product in which a row gives the same bits wherever it stands among a fixed number of rows: they lie along the
 * direction of the kernels' vectors, between margins of zero rows ({@link RowLayout}).
 *
 * @param weights k x d, float32
 */
record BlockProduct(MatrixView weights, Workspace workspace) implements RowProduct {

    /** Arrays that products one after the other may share. */
    static final class Workspace {
        private float[] rows = {};
        private float[] product = {};

        private void grow(int rowsLength, int productLength) {
            rows = atLeast(rows, rowsLength);
            product = atLeast(product, productLength);
        }

        private static float[] atLeast(float[] array, int length) {
            return array.length < length ? new float[length] : array;
        }
    }

    @Override
    public void set(MatrixView y, MatrixView x) {
        multiply(1, x);
        put(y, false);
    }

    @Override
    public void add(double alpha, MatrixView y, MatrixView x) {
        multiply(alpha, x);
        put(y, true);
    }

    /** Leaves {@code alpha W X'} in the product, k x the width of the layout. */
    private void multiply(double alpha, MatrixView x) {
        int n = x.rows();
        int d = x.columns();
        int k = weights.rows();
        RowLayout layout = RowLayout.inUse();
        int width = layout.width(n);
        workspace.grow(width * d, k * width);
        float[] rows = workspace.rows;
        int margin = layout.margin();
        Arrays.fill(rows, 0, margin * d, 0);
        Arrays.fill(rows, (margin + n) * d, width * d, 0);
        System.arraycopy(((Reals32) x.reals()).values(), x.offset(), rows, margin * d, n * d);
        float[] w = ((Reals32) weights.reals()).values();
        boolean flipped = weights.isFlipped();
        int stride = flipped ? k : d;
        layout.multiply(flipped, k, width, d, (float) alpha, w, weights.offset(), stride, rows, workspace.product);
    }

    private void put(MatrixView y, boolean adds) {
        float[] to = ((Reals32) y.reals()).values();
        float[] product = workspace.product;
        int n = y.rows();
        int k = y.columns();
        RowLayout layout = RowLayout.inUse();
        int width = layout.width(n);
        for (int j = 0; j < k; j++) {
            int from = j * width + layout.margin();
            for (int i = 0; i < n; i++) {
                int at = y.offset() + i * k + j;
                to[at] = adds ? to[at] + product[from + i] : product[from + i];
            }
        }
    }
}
