package io.eckart.numerics;

/** Checks of matrix sizes. */
public final class Shapes {
    private Shapes() {}

    /**
     * The number of entries of a matrix.
     *
     * @throws IllegalArgumentException if a size is negative or the entries do not fit in one array
     */
    public static int length(int rows, int columns) {
        long length = (long) rows * columns;
        if (rows < 0 || columns < 0 || length > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException(
                    "a matrix of " + rows + " x " + columns + " does not fit in one array of at most 2^31 - 9 entries");
        }
        return (int) length;
    }

    static void check(int rows, int columns, int length) {
        if (length(rows, columns) != length) {
            throw new IllegalArgumentException(
                    "an array of " + length + " entries cannot hold a matrix of " + rows + " x " + columns);
        }
    }
}
