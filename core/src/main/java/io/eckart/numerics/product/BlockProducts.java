package io.eckart.numerics.product;

/**
 * Sums of products of columns over rows, in one or the other precision: a workspace that keeps the differences of some rows from
 * the origin, and adds their products to tiles.
 */
public sealed interface BlockProducts permits Float32Products, Float64Products {

    /** The most rows that may be kept at a time. */
    int rows();

    /**
     * Keeps {@code x - o}, o the origin, of some rows for {@link #accumulate}.
     *
     * @param offset where the first of them starts in the values
     * @param to the first place they are kept at
     */
    void subtract(float[] values, int offset, int to, int rows);

    /** Adds the products, and on the diagonal the sums, of the first rows kept to a lane of the tile. */
    void accumulate(Tile tile, int lane, int rows);

    /** Hands what was accumulated over to that lane of the tile. */
    void finish(Tile tile, int lane);
}
