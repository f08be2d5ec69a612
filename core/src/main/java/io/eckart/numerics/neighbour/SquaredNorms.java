package io.eckart.numerics.neighbour;

/** Squared norms of rows in float64. */
public final class SquaredNorms {
    private SquaredNorms() {}

    /** The squared norm of the row that starts at {@code start}, over its observed cells. */
    public static double of(float[] rows, int start, int d) {
        double complete = completeSquaredNorm(rows, start, d);
        if (!Double.isNaN(complete)) {
            return complete;
        }
        double sum = 0;
        for (int f = start; f < start + d; f++) {
            sum += squareOrZero(rows[f]);
        }
        return sum;
    }

    /** Four sums at a time; NaN if a cell is. */
    private static double completeSquaredNorm(float[] rows, int start, int d) {
        double a = 0;
        double b = 0;
        double c = 0;
        double e = 0;
        int f = start;
        for (; f + 3 < start + d; f += 4) {
            a += (double) rows[f] * rows[f];
            b += (double) rows[f + 1] * rows[f + 1];
            c += (double) rows[f + 2] * rows[f + 2];
            e += (double) rows[f + 3] * rows[f + 3];
        }
        for (; f < start + d; f++) {
            a += (double) rows[f] * rows[f];
        }
        return (a + b) + (c + e);
    }

    /** The square, or 0 for NaN: a missing cell adds nothing. */
    static double squareOrZero(double difference) {
        return Double.isNaN(difference) ? 0 : difference * difference;
    }
}
