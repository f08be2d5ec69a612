package io.eckart.numerics.product;

/**
 * Products of rows with matrices, {@code Y = X W'}, in one of two ways: as fast as they go, or so that what a row gives does not
 * depend on where it stands among the others, to the bit. Not for use from several threads at once.
 *
 * <p>Kernels of BLAS keep several rows in flight and may add up those at the edges of a block in another order than those within.
 * So large products take blocks of a fixed number of rows, laid out with care, and small ones are plain loops.
 */
public final class RowProducts {
    private final boolean independent;
    private final BlockProduct.Workspace workspace = new BlockProduct.Workspace();
    private boolean takeRowsAlone;

    private RowProducts(boolean independent) {
        this.independent = independent;
        this.takeRowsAlone = independent;
    }

    public static RowProducts fast() {
        return new RowProducts(false);
    }

    /** Each row gives the same bits wherever it stands, for a fixed number of rows or, in small products, for any. */
    public static RowProducts independent() {
        return new RowProducts(true);
    }

    /**
     * The product with a matrix.
     *
     * @param w k x d; where rows are independent it must not change any more
     */
    public RowProduct with(MatrixView w) {
        if (!independent || w.reals().precision() != Reals.Precision.FLOAT32) {
            takeRowsAlone = false;
            return new PlainProduct(w);
        }
        if (SmallProduct.suits(w)) {
            return new SmallProduct(w);
        }
        takeRowsAlone = false;
        return new BlockProduct(w, workspace);
    }

    /** Whether in all products made so far a row gives the same bits among any number of rows. */
    public boolean takeRowsAlone() {
        return takeRowsAlone;
    }
}
