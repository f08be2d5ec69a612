package io.eckart.network.pass;

import io.eckart.numerics.product.CrossProduct;
import io.eckart.numerics.product.MatrixView;

/**
 * What the rows of a pass add to the gradient of one matrix of weights, as a sum over these rows that is still to be made. So the
 * gradient of a batch can be summed a few rows of a matrix at a time, over all rows of the batch at once.
 */
public sealed interface GradientTerm {

    /** The matrix of the gradient that is added to, not a transpose. */
    MatrixView to();

    /** A sum for rows {@code from} (included) to {@code to} (excluded) of the matrix. */
    Sum rows(int from, int to);

    /** A sum that is made again and again, of what then stands in the arrays of the pass; allocates nothing. */
    interface Sum {

        /** Sets the rows of the matrix to the sum. */
        void set();

        /** Adds the sum to the rows of the matrix. */
        void add();
    }

    /**
     * {@code G = left' right}.
     *
     * @param to p x q
     * @param left n x p
     * @param right n x q
     */
    record Product(MatrixView to, MatrixView left, MatrixView right) implements GradientTerm {

        /** The term of a matrix that may be a transpose. */
        public static Product of(MatrixView to, MatrixView left, MatrixView right) {
            return to.isFlipped() ? new Product(to.t(), right, left) : new Product(to, left, right);
        }

        @Override
        public Sum rows(int from, int end) {
            CrossProduct product = new CrossProduct(to, left, right, from, end);
            return new Sum() {
                @Override
                public void set() {
                    product.set();
                }

                @Override
                public void add() {
                    product.add();
                }
            };
        }
    }

    /**
     * {@code g_j = sum_i z_ij}.
     *
     * @param to 1 x q
     * @param of n x q
     */
    record ColumnSums(MatrixView to, MatrixView of) implements GradientTerm {

        /** There is one row. */
        @Override
        public Sum rows(int from, int end) {
            return new Sum() {
                @Override
                public void set() {
                    to.fill(0);
                    add();
                }

                @Override
                public void add() {
                    to.reals().addColumnSums(to.offset(), of.reals(), of.offset(), of.rows(), of.columns());
                }
            };
        }
    }

    /** Adds the whole term. */
    default void addAll() {
        rows(0, to().rows()).add();
    }
}
