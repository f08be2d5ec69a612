package io.eckart.data.format;

/** The number of rows that a reader returns at once. */
public final class Chunks {
    /** Cells in a chunk: 4 MiB of float64. */
    public static final int CELLS = 1 << 19;

    private Chunks() {}

    /** The number of rows of this width in a chunk, at least one. */
    public static int rows(int width, int cells) {
        return Math.max(1, cells / Math.max(1, width));
    }
}
