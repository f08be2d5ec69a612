package io.eckart.study;

import java.util.Locale;

/**
 * The smallest effect that counts: a number speaks for a claim strictly between two values, of which one may be infinite.
 *
 * @param low below high
 */
public record Border(double low, double high) {
    public Border {
        if (!(low < high)) {
            throw new IllegalArgumentException("a border needs low < high, got " + low + " and " + high);
        }
    }

    /** A number speaks for the claim above this value. */
    public static Border above(double low) {
        return new Border(low, Double.POSITIVE_INFINITY);
    }

    /** A number speaks for the claim below this value. */
    public static Border below(double high) {
        return new Border(Double.NEGATIVE_INFINITY, high);
    }

    /** A number speaks for the claim between these values. */
    public static Border within(double low, double high) {
        return new Border(low, high);
    }

    /** As in "below 0.1". */
    public String text() {
        if (low == Double.NEGATIVE_INFINITY) {
            return "below " + text(high);
        }
        return high == Double.POSITIVE_INFINITY ? "above " + text(low) : "between " + text(low) + " and " + text(high);
    }

    private static String text(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e6
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.valueOf(value);
    }
}
