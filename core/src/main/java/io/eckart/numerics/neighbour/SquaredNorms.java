package io.eckart.numerics.neighbour;

import io.eckart.numerics.product.Sums32;

/** Squared norms of rows in float64. */
public final class SquaredNorms {
    private SquaredNorms() {}

    /** The squared norm of the row that starts at {@code start}, over its observed cells. */
    public static double of(float[] rows, int start, int d) {
        double complete = Sums32.squares(rows, start, d);
        if (!Double.isNaN(complete)) {
            return complete;
        }
        double sum = 0;
        for (int f = start; f < start + d; f++) {
            sum += squareOrZero(rows[f]);
        }
        return sum;
    }

    /** The square, or 0 for NaN: a missing cell adds nothing. */
    static double squareOrZero(double difference) {
        return Double.isNaN(difference) ? 0 : difference * difference;
    }
}
