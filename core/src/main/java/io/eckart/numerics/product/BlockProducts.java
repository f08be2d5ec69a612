package io.eckart.numerics.product;

/**
 * Sums of products of columns over rows, in float32 or float64: a workspace that keeps the differences of some rows from the
 * origin, and adds their products to tiles. Not thread-safe, except that several tiles may be accumulated at once.
 */
public sealed interface BlockProducts permits Float32Products, Float64Products {

    /** The largest number of rows that can be kept at a time. */
    int rows();

    /**
     * Keeps {@code x - o} of some rows for {@link #accumulate}, with o the origin.
     *
     * @param offset where the first row starts in the values
     * @param to the position at which the first row is kept
     */
    void subtract(float[] values, int offset, int to, int rows);

    /** Adds the products, and on the diagonal the sums, of the first rows kept to a lane of the tile. */
    void accumulate(Tile tile, int lane, int rows);

    /** Adds what is accumulated, but not yet in the tile, to that lane of the tile. */
    void finish(Tile tile, int lane);
}
