package io.eckart.network.pass;

import io.eckart.numerics.blas.LinearAlgebra;
import io.eckart.numerics.blas.Operand;
import io.eckart.numerics.product.MatrixView;

/**
 * The part of the gradient of one weight matrix that the rows of a pass contribute, as a sum that is computed later. The gradient
 * of a batch can then be summed for some rows of the matrix at a time, over all rows of the batch.
 */
public sealed interface GradientTerm {

    /** The gradient of the weight matrix, not a transpose. */
    MatrixView to();

    /** A sum for rows {@code from} (included) to {@code to} (excluded) of the matrix. */
    Sum rows(int from, int to);

    /** A sum over what is in the arrays of the pass when it is made; allocates nothing. */
    interface Sum {

        /** Rows of the matrix = sum + {@code keep} times the rows; {@code keep} is 0 or 1. */
        void make(double keep);

        /** Sets the rows of the matrix to the sum. */
        default void set() {
            make(0);
        }

        /** Adds the sum to the rows of the matrix. */
        default void add() {
            make(1);
        }
    }

    /**
     * {@code G = left' right}.
     *
     * @param to p x q
     * @param left n x p
     * @param right n x q
     */
    record Product(MatrixView to, MatrixView left, MatrixView right) implements GradientTerm {

        /** The term of a gradient that may be a transpose. */
        public static Product of(MatrixView to, MatrixView left, MatrixView right) {
            return to.isFlipped() ? new Product(to.t(), right, left) : new Product(to, left, right);
        }

        @Override
        public Sum rows(int from, int end) {
            Operand part = to.operand().rows(from, end);
            Operand columns = left.t().operand().rows(from, end);
            return keep -> LinearAlgebra.get().gemm(1, columns, right.operand(), keep, part);
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
            Runnable sums = to.reals().columnSums(to.offset(), of.reals(), of.offset(), of.rows(), of.columns());
            return keep -> {
                if (keep == 0) {
                    to.fill(0);
                }
                sums.run();
            };
        }
    }

    /** Adds the whole term. */
    default void addAll() {
        rows(0, to().rows()).add();
    }
}
