package io.eckart.data.synthetic;

import io.eckart.numerics.DoubleMatrix;

/** Rank by Gaussian elimination with complete pivoting. */
final class Elimination {
    private Elimination() {}

    /** The number of pivots whose size is above {@code tolerance}. */
    static int rank(DoubleMatrix matrix, double tolerance) {
        DoubleMatrix work = new DoubleMatrix(
                matrix.rows(), matrix.columns(), matrix.values().clone());
        int rank = 0;
        while (rank < Math.min(work.rows(), work.columns()) && eliminate(work, tolerance)) {
            rank++;
        }
        return rank;
    }

    /** Subtracts the rank-1 matrix through the largest entry, which clears its row and column. */
    private static boolean eliminate(DoubleMatrix work, double tolerance) {
        int pivot = 0;
        for (int i = 0; i < work.values().length; i++) {
            pivot = Math.abs(work.values()[i]) > Math.abs(work.values()[pivot]) ? i : pivot;
        }
        double value = work.values()[pivot];
        double[] row = work.copyRows(pivot / work.columns(), pivot / work.columns() + 1)
                .values();
        for (int i = 0; i < work.rows(); i++) {
            double factor = work.get(i, pivot % work.columns()) / value;
            for (int j = 0; j < work.columns(); j++) {
                work.values()[i * work.columns() + j] -= factor * row[j];
            }
        }
        return Math.abs(value) > tolerance;
    }
}
