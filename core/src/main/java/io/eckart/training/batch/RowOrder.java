package io.eckart.training.batch;

/** The rows of an epoch in their order. */
public interface RowOrder {

    /** The number of rows of an epoch. */
    default int length() {
        return rows().length;
    }

    /** The rows in the order of the last epoch that was shuffled, the same array each time. */
    int[] rows();

    /** Sets the order of an epoch, which depends on its number alone. */
    void shuffle(int epoch);
}
