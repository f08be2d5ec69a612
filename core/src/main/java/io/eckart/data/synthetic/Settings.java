package io.eckart.data.synthetic;

/** Checks of settings; their messages contain the setting, the allowed range and the value. */
final class Settings {
    /** The longest array that every virtual machine can make. */
    static final int LARGEST_ARRAY = Integer.MAX_VALUE - 8;

    private Settings() {}

    static void checkInteger(String name, long value, long lowest, long highest) {
        if (value < lowest || value > highest) {
            throw new IllegalArgumentException(name + " must be from " + lowest + " to " + highest + ", got " + value);
        }
    }

    /** The numbers of rows and columns of a matrix. */
    static void checkShape(int rows, int columns, int leastColumns) {
        checkInteger("rows", rows, 2, Integer.MAX_VALUE);
        checkInteger("columns", columns, leastColumns, Integer.MAX_VALUE);
        checkInteger("rows x columns", (long) rows * columns, 2, LARGEST_ARRAY);
    }

    /** NaN and infinity are refused too. */
    static void checkNotNegative(String name, double value) {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " must be at least 0 and finite, got " + value);
        }
    }

    /** NaN is refused too. */
    static void checkRate(String name, double value) {
        if (!(value >= 0 && value < 1)) {
            throw new IllegalArgumentException(name + " must be at least 0 and below 1, got " + value);
        }
    }
}
