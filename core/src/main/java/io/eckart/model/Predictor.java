package io.eckart.model;

import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.Workers;

/** Assigns each row to one of k groups. */
public interface Predictor {

    /**
     * The groups of rows.
     *
     * @param rows n x d, NaN where unobserved
     * @param workers compute blocks of rows; the result does not depend on their number
     * @return n entries from 0 to k - 1; -1 for a row without an observed cell
     * @throws IllegalArgumentException if the rows have another number of features
     */
    int[] predict(FloatMatrix rows, Workers workers);
}
