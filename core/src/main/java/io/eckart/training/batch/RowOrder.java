package io.eckart.training.batch;

/** Which rows an epoch takes, and in which order. */
public interface RowOrder {

    /** Rows of an epoch. */
    int length();

    /** The rows in the order of the last epoch that was shuffled, the same array each time. */
    int[] rows();

    /** Makes the order of an epoch, which hangs on its number alone. */
    void shuffle(int epoch);
}
