package io.eckart.numerics.product;

/** The product of rows with one matrix W, k x d, as {@link RowProducts} make it. Not for use from several threads at once. */
public sealed interface RowProduct permits BlockProduct, PlainProduct, SmallProduct {

    /**
     * {@code Y = X W'}.
     *
     * @param y n x k
     * @param x n x d
     */
    void set(MatrixView y, MatrixView x);

    /** {@code Y += alpha X W'}. */
    void add(double alpha, MatrixView y, MatrixView x);
}
