package io.eckart.model.label;

import io.eckart.numerics.FloatMatrix;

/** Rows of which no cell is observed: nothing can be said of them. */
final class UnobservedRows {
    private UnobservedRows() {}

    static boolean isUnobserved(FloatMatrix rows, int row) {
        for (int j = row * rows.columns(); j < (row + 1) * rows.columns(); j++) {
            if (!Float.isNaN(rows.values()[j])) {
                return false;
            }
        }
        return true;
    }
}
