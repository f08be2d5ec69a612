package io.eckart.model;

import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.Workers;

/** Estimates a numeric label for each row. */
public interface Regressor {

    /**
     * The estimates, in the units of the label.
     *
     * @param rows n x d, NaN where unobserved
     * @param workers compute blocks of rows; the result does not depend on their number
     * @return n entries; NaN for a row without an observed cell
     * @throws IllegalArgumentException if the rows have another number of features
     */
    double[] estimates(FloatMatrix rows, Workers workers);
}
