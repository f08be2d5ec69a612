package io.eckart.numerics.product;

/**
 * The product as fast as it goes: the bits of a row may depend on the others.
 *
 * @param weights k x d
 */
record PlainProduct(MatrixView weights) implements RowProduct {

    @Override
    public void set(MatrixView y, MatrixView x) {
        y.setProduct(x, weights.t());
    }

    @Override
    public void add(double alpha, MatrixView y, MatrixView x) {
        y.addProduct(alpha, x, weights.t());
    }
}
