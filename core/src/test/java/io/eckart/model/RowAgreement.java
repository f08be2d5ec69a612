package io.eckart.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.eckart.numerics.FloatMatrix;

/**
 * Compares what rows give alone, or among few, with what they give in a batch: they agree to 5e-6 of the row's scale, the largest
 * magnitude among its cells and what it gives. Kernels add up the products of a row in an order that depends on its place.
 */
public final class RowAgreement {
    private static final float TOLERANCE = 5e-6f;

    private RowAgreement() {}

    /**
     * Rows agree to the tolerance of their scale.
     *
     * @param rows what was given to the model, NaN where unobserved
     */
    public static void assertAgree(FloatMatrix actual, FloatMatrix expected, FloatMatrix rows, String what) {
        assertThat(actual.values()).as(what).hasSameSizeAs(expected.values());
        for (int i = 0; i < expected.rows(); i++) {
            float scale = Math.max(largest(rows, i), largest(expected, i));
            for (int j = 0; j < expected.columns(); j++) {
                assertThat(actual.get(i, j))
                        .as("%s, row %d, entry %d", what, i, j)
                        .isCloseTo(expected.get(i, j), within(TOLERANCE * scale));
            }
        }
    }

    private static float largest(FloatMatrix rows, int row) {
        float largest = 0;
        for (int j = 0; j < rows.columns(); j++) {
            float cell = Math.abs(rows.get(row, j));
            largest = Float.isNaN(cell) ? largest : Math.max(largest, cell);
        }
        return largest;
    }
}
