package io.eckart.model;

/** Estimates the missing cells that a network reads, together with the indicator that marks them. */
public sealed interface CellEstimate permits Pca, Gaussian {

    /** Fills the missing cells of the row that starts at {@code start}; not for several threads at once. */
    @FunctionalInterface
    interface RowFiller {
        void fill(float[] rows, int start);
    }

    int features();

    /** A filler with its own workspace, for one thread. */
    RowFiller rowFiller();
}
