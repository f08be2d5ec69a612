package io.eckart.numerics.product;

import io.eckart.numerics.blas.Operand;

/**
 * Some rows of {@code C = A'B}, where A and B have a row for each sample: rows {@code from} to {@code to} of C are made of these
 * columns of A. Made once, before the loop that uses it; its operations allocate nothing.
 */
public final class CrossProduct {
    private final MatrixView c;
    private final int rows;
    private final int leftStride;
    private final int samples;
    private final Operand part;
    private final Operand left;
    private final Operand right;

    /**
     * Rows {@code from} (included) to {@code to} (excluded).
     *
     * @param c p x q
     * @param a n x p
     * @param b n x q
     * @throws IllegalArgumentException if the sizes do not fit, the range is not within C, or a matrix is a transpose
     */
    public CrossProduct(MatrixView c, MatrixView a, MatrixView b, int from, int to) {
        if (a.rows() != b.rows() || a.columns() != c.rows() || b.columns() != c.columns()) {
            throw new IllegalArgumentException("the product of " + a.columns() + " x " + a.rows() + " and " + b.rows()
                    + " x " + b.columns() + " is no " + c.rows() + " x " + c.columns());
        }
        if (from < 0 || to < from || to > c.rows()) {
            throw new IllegalArgumentException("rows " + from + " to " + to + " are not within " + c.rows());
        }
        if (a.isFlipped() || b.isFlipped() || c.isFlipped()) {
            throw new IllegalArgumentException("the parts of a transpose do not lie together");
        }
        this.c = c;
        this.rows = to - from;
        this.samples = a.rows();
        this.part = c.reals().operand(c.offset() + from * c.columns());
        this.left = a.reals().operand(a.offset() + from);
        this.right = b.reals().operand(b.offset());
        this.leftStride = Math.max(1, a.columns());
    }

    /** Sets the rows to the product. */
    public void set() {
        product(0);
    }

    /** Adds the product to the rows. */
    public void add() {
        product(1);
    }

    private void product(double beta) {
        int columns = c.columns();
        int stride = Math.max(1, columns);
        c.reals().product(true, false, rows, columns, samples, 1, left, leftStride, right, stride, beta, part, stride);
    }
}
