package io.eckart.model;

import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.Workers;

/** Gives each row a value: the estimate of a numeric label. */
public interface Regressor {

    /**
     * The estimates, in the units of the label.
     *
     * @param rows n x d, NaN where unobserved
     * @param workers share out blocks of rows; their number changes no bit
     * @return n entries; NaN for a row of which nothing can be said
     * @throws IllegalArgumentException if the rows have another number of features
     */
    double[] estimates(FloatMatrix rows, Workers workers);
}
