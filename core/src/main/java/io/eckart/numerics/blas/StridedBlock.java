package io.eckart.numerics.blas;

import java.util.Arrays;

/**
 * Rows at a stride, as {@link Netlib}'s library wants them: its bounds checks ask for the whole stride after the last row too,
 * which a block at the right end of a matrix does not have. Such a block is worked on in a longer copy.
 */
@SuppressWarnings("ReferenceEquality") // which of two arrays it is, not what is in it
final class StridedBlock {
    private StridedBlock() {}

    /** Where the block starts in what {@code whole} gave. */
    static int offset(Object whole, Object values, int offset) {
        return whole == values ? offset : 0;
    }

    /** The array itself, or a copy from the offset on where the array ends within the last stride. */
    static float[] whole(float[] values, int offset, int rows, int stride) {
        long end = offset + (long) rows * stride;
        return end <= values.length ? values : Arrays.copyOfRange(values, offset, Math.toIntExact(end));
    }

    /** Brings the block, and nothing beside it, from its copy to its place. */
    static void copyBack(float[] copy, float[] values, int offset, int rows, int columns, int stride) {
        for (int i = 0; i < rows && copy != values; i++) {
            System.arraycopy(copy, i * stride, values, offset + i * stride, columns);
        }
    }

    /** {@code C = beta C}: the library refuses products over no terms. */
    static void scale(int m, int n, float beta, float[] c, int offset, int stride) {
        for (int i = 0; i < m; i++) {
            for (int j = offset + i * stride; j < offset + i * stride + n; j++) {
                c[j] = beta == 0 ? 0 : beta * c[j];
            }
        }
    }

    /** {@code C = beta C} for the upper triangle of an n x n matrix. */
    static void scaleUpper(int n, float beta, float[] c) {
        for (int i = 0; i < n; i++) {
            scale(1, n - i, beta, c, i * n + i, n);
        }
    }

    /** The array itself, or a copy from the offset on where the array ends within the last stride. */
    static double[] whole(double[] values, int offset, int rows, int stride) {
        long end = offset + (long) rows * stride;
        return end <= values.length ? values : Arrays.copyOfRange(values, offset, Math.toIntExact(end));
    }

    /** Brings the block, and nothing beside it, from its copy to its place. */
    static void copyBack(double[] copy, double[] values, int offset, int rows, int columns, int stride) {
        for (int i = 0; i < rows && copy != values; i++) {
            System.arraycopy(copy, i * stride, values, offset + i * stride, columns);
        }
    }

    /** {@code C = beta C}: the library refuses products over no terms. */
    static void scale(int m, int n, double beta, double[] c, int offset, int stride) {
        for (int i = 0; i < m; i++) {
            for (int j = offset + i * stride; j < offset + i * stride + n; j++) {
                c[j] = beta == 0 ? 0 : beta * c[j];
            }
        }
    }

    /** {@code C = beta C} for the upper triangle of an n x n matrix. */
    static void scaleUpper(int n, double beta, double[] c) {
        for (int i = 0; i < n; i++) {
            scale(1, n - i, beta, c, i * n + i, n);
        }
    }
}
