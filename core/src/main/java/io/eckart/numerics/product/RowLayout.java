package io.eckart.numerics.product;

import io.eckart.numerics.blas.LinearAlgebra;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Where rows are put in a product {@code W X'} so that equal rows get equal bits. What a kernel does is found out, not known: the
 * first layout is taken that treats all rows alike on a few shapes; the last one always does.
 */
enum RowLayout {
    /** One product. OpenBLAS's AVX-512 kernels treat all rows alike. */
    ONE_PRODUCT(0),
    /** One product, with zero rows before and after. OpenBLAS's AVX2 kernels treat the first and the last eight rows apart. */
    BETWEEN_MARGINS(8),
    /** Products of sixteen rows: one or two vectors, whose lanes are alike. */
    SIXTEEN_AT_A_TIME(0),
    /** Plain loops, each sum in the order of the features. */
    PLAIN(0);

    private static final int STRIP = 16;

    /** Asks the library in use once, when first needed. */
    private static final class Found {
        private static final RowLayout LAYOUT = find();
        private static final boolean PLAIN_PRODUCT_ALIKE = areAlike(RowLayout::plainProductTreatsRowsAlike);

        private static RowLayout find() {
            return Arrays.stream(values())
                    .filter(RowLayout::treatsRowsAlike)
                    .findFirst()
                    .orElse(PLAIN);
        }
    }

    private final int margin;

    RowLayout(int margin) {
        this.margin = margin;
    }

    static RowLayout inUse() {
        return Found.LAYOUT;
    }

    /**
     * Whether {@code X W'} itself treats this number of rows alike, as OpenBLAS does for multiples of sixteen with its AVX-512
     * kernels; then no layout is needed.
     */
    static boolean isPlainProductAlike(int n) {
        return n % STRIP == 0 && Found.PLAIN_PRODUCT_ALIKE;
    }

    /** The number of zero rows before the first. */
    int margin() {
        return margin;
    }

    /** Whether n rows may stay where they are. */
    boolean takesAsTheyStand(int n) {
        return margin == 0 && width(n) == n;
    }

    /** The number of rows multiplied for n rows, a multiple of sixteen. */
    int width(int n) {
        return Math.ceilDiv(n + 2 * margin, STRIP) * STRIP;
    }

    /**
     * Multiplies.
     *
     * @param transposed whether the weights stand as d x k
     * @param w weights, k x d from {@code offset} on
     * @param rows width x d from {@code rowsOffset} on
     * @param product k x width, is set to {@code alpha W X'}
     */
    void multiply(
            boolean transposed,
            int k,
            int width,
            int d,
            float alpha,
            float[] w,
            int offset,
            int stride,
            float[] rows,
            int rowsOffset,
            float[] product) {
        switch (this) {
            case ONE_PRODUCT, BETWEEN_MARGINS ->
                multiplyBy(width, transposed, k, width, d, alpha, w, offset, stride, rows, rowsOffset, product);
            case SIXTEEN_AT_A_TIME ->
                multiplyBy(STRIP, transposed, k, width, d, alpha, w, offset, stride, rows, rowsOffset, product);
            case PLAIN -> multiplyPlainly(transposed, k, width, d, alpha, w, offset, stride, rows, rowsOffset, product);
        }
    }

    private static void multiplyBy(
            int strip,
            boolean transposed,
            int k,
            int width,
            int d,
            float alpha,
            float[] w,
            int offset,
            int stride,
            float[] rows,
            int rowsOffset,
            float[] product) {
        for (int from = 0; from < width; from += strip) {
            LinearAlgebra.get()
                    .gemm(
                            transposed,
                            true,
                            k,
                            strip,
                            d,
                            alpha,
                            w,
                            offset,
                            stride,
                            rows,
                            rowsOffset + from * d,
                            d,
                            0,
                            product,
                            from,
                            width);
        }
    }

    private static void multiplyPlainly(
            boolean transposed,
            int k,
            int width,
            int d,
            float alpha,
            float[] w,
            int offset,
            int stride,
            float[] rows,
            int rowsOffset,
            float[] product) {
        for (int j = 0; j < k; j++) {
            for (int i = 0; i < width; i++) {
                float sum = 0;
                for (int f = 0; f < d; f++) {
                    sum += w[offset + (transposed ? f * stride + j : j * stride + f)] * rows[rowsOffset + i * d + f];
                }
                product[j * width + i] = alpha * sum;
            }
        }
    }

    /** Tries a product of equal rows. */
    @FunctionalInterface
    private interface Trial {
        boolean isAlike(int n, int d, int k, boolean transposed, SplittableRandom random);
    }

    private boolean treatsRowsAlike() {
        return areAlike(this::treatsRowsAlike);
    }

    private static boolean areAlike(Trial trial) {
        SplittableRandom random = new SplittableRandom(1);
        for (int n : new int[] {16, 176}) {
            for (int d : new int[] {3, 21, 450}) {
                for (int k : new int[] {1, 6, 15, 32, 67, 256}) {
                    if (!trial.isAlike(n, d, k, false, random) || !trial.isAlike(n, d, k, true, random)) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    /** Whether the product of n equal rows has equal columns. */
    private boolean treatsRowsAlike(int n, int d, int k, boolean transposed, SplittableRandom random) {
        float[] w = numbers(k * d, random);
        int width = width(n);
        float[] rows = new float[width * d];
        for (int f = 0; f < d; f++) {
            float cell = (float) random.nextDouble(-1, 1);
            for (int i = margin; i < margin + n; i++) {
                rows[i * d + f] = cell;
            }
        }
        float[] product = new float[k * width];
        multiply(transposed, k, width, d, 1, w, 0, transposed ? k : d, rows, 0, product);
        for (int j = 0; j < k; j++) {
            for (int i = 1; i < n; i++) {
                if (product[j * width + margin + i] != product[j * width + margin]) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean plainProductTreatsRowsAlike(
            int n, int d, int k, boolean transposed, SplittableRandom random) {
        float[] w = numbers(k * d, random);
        float[] row = numbers(d, random);
        float[] rows = new float[n * d];
        for (int i = 0; i < n; i++) {
            System.arraycopy(row, 0, rows, i * d, d);
        }
        float[] product = new float[n * k];
        LinearAlgebra.get()
                .gemm(false, !transposed, n, k, d, 1, rows, 0, d, w, 0, transposed ? k : d, 0, product, 0, k);
        for (int i = k; i < product.length; i++) {
            if (product[i] != product[i - k]) {
                return false;
            }
        }
        return true;
    }

    private static float[] numbers(int count, SplittableRandom random) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextDouble(-1, 1);
        }
        return values;
    }
}
