package io.eckart.numerics;

import java.util.function.Consumer;

/** The rows of a data matrix X (n x d) that can be passed over any number of times without all of them in memory. */
public interface RowOperator {

    /** d, the number of columns. */
    int columns();

    /**
     * Passes all rows once, in the same order each time, in chunks of any number of rows.
     *
     * @param chunks receives each chunk, which is valid during the call only
     */
    void pass(Consumer<FloatMatrix> chunks);

    /** Rows in memory. */
    static RowOperator of(FloatMatrix rows) {
        return new RowOperator() {
            @Override
            public int columns() {
                return rows.columns();
            }

            @Override
            public void pass(Consumer<FloatMatrix> chunks) {
                chunks.accept(rows);
            }
        };
    }
}
