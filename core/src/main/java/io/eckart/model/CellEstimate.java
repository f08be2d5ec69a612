package io.eckart.model;

/** Estimates missing cells for a network that reads them, beside the indicator that tells them apart. */
public sealed interface CellEstimate permits Pca, Gaussian {

    /** Fills the missing cells of the row that starts at {@code start}; not for several threads at once. */
    @FunctionalInterface
    interface RowFiller {
        void fill(float[] rows, int start);
    }

    int features();

    /** A filler with a workspace of its own. */
    RowFiller rowFiller();
}
