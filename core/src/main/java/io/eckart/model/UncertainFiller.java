package io.eckart.model;

import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.Workers;

/** Fills unobserved cells and says how far off each of them may be. */
public interface UncertainFiller extends Filler {

    /**
     * The standard deviation of each unobserved cell given the observed cells of its row, under the model.
     *
     * @param rows n x d, NaN where unobserved
     * @param workers share out blocks of rows; their number changes no bit
     * @return n x d, at least 0, in the units of the features; NaN where observed
     * @throws IllegalArgumentException if the rows have another number of features
     */
    FloatMatrix deviations(FloatMatrix rows, Workers workers);
}
