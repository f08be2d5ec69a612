package io.eckart.numerics;

/** Sums of products of columns over a block of rows, in one or the other precision. */
sealed interface BlockProducts permits Float32Products, Float64Products {

    /**
     * Keeps {@code x - about} of some rows for {@link #accumulate}.
     *
     * @param offset where row 0 starts in the values
     */
    void subtract(float[] values, int offset, double[] about, int fromRow, int toRow);

    /** Adds the products, and on the diagonal the sums, of kept rows to a lane of the tile. */
    void accumulate(Tile tile, int lane, int fromRow, int rows);
}
