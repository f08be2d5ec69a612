package io.eckart.numerics.product;

import java.util.Arrays;

/**
 * A large product in which a row gives the same bits wherever it stands among a fixed number of rows: a plain product where the
 * library treats all rows alike, else they lie along the direction of the kernels' vectors, between margins of zero rows
 * ({@link RowLayout}).
 *
 * @param weights k x d, float32
 */
record BlockProduct(MatrixView weights, Workspace workspace) implements RowProduct {
    /** So many cache lines of both sides stay in the cache while the product is turned round. */
    private static final int TILE = 16;

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
        if (RowLayout.isPlainProductAlike(x.rows())) {
            y.setProduct(x, weights.t());
        } else {
            multiply(1, x);
            put(y, false);
        }
    }

    @Override
    public void add(double alpha, MatrixView y, MatrixView x) {
        if (RowLayout.isPlainProductAlike(x.rows())) {
            y.addProduct(alpha, x, weights.t());
        } else {
            multiply(alpha, x);
            put(y, true);
        }
    }

    /** Leaves {@code alpha W X'} in the product, k x the width of the layout. */
    private void multiply(double alpha, MatrixView x) {
        int n = x.rows();
        int d = x.columns();
        int k = weights.rows();
        RowLayout layout = RowLayout.inUse();
        int width = layout.width(n);
        float[] w = ((Reals32) weights.reals()).values();
        boolean flipped = weights.isFlipped();
        int stride = flipped ? k : d;
        float[] rows = ((Reals32) x.reals()).values();
        int offset = x.offset();
        if (layout.takesAsTheyStand(n)) {
            workspace.grow(0, k * width);
        } else {
            workspace.grow(width * d, k * width);
            layOut(rows, offset, n * d, layout.margin() * d, width * d);
            rows = workspace.rows;
            offset = 0;
        }
        layout.multiply(
                flipped, k, width, d, (float) alpha, w, weights.offset(), stride, rows, offset, workspace.product);
    }

    private void layOut(float[] from, int offset, int count, int margin, int length) {
        Arrays.fill(workspace.rows, 0, margin, 0);
        Arrays.fill(workspace.rows, margin + count, length, 0);
        System.arraycopy(from, offset, workspace.rows, margin, count);
    }

    private void put(MatrixView y, boolean adds) {
        float[] to = ((Reals32) y.reals()).values();
        float[] product = workspace.product;
        int n = y.rows();
        int k = y.columns();
        RowLayout layout = RowLayout.inUse();
        int width = layout.width(n);
        for (int top = 0; top < n; top += TILE) {
            int bottom = Math.min(n, top + TILE);
            for (int left = 0; left < k; left += TILE) {
                int right = Math.min(k, left + TILE);
                for (int i = top; i < bottom; i++) {
                    putRow(product, layout.margin() + i, width, left, right, to, y.offset() + i * k, adds);
                }
            }
        }
    }

    private static void putRow(
            float[] product, int from, int width, int left, int right, float[] to, int at, boolean adds) {
        if (adds) {
            for (int j = left; j < right; j++) {
                to[at + j] += product[from + j * width];
            }
        } else {
            for (int j = left; j < right; j++) {
                to[at + j] = product[from + j * width];
            }
        }
    }
}
