package io.eckart.model;

import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.Workers;

/** Fills missing cells and estimates the standard deviation of each. */
public interface UncertainFiller extends Filler {

    /**
     * The standard deviation of each missing cell given the observed cells of its row, under the model.
     *
     * @param rows n x d, NaN where unobserved
     * @param workers compute blocks of rows; the result does not depend on their number
     * @return n x d, at least 0, in the units of the features; NaN where observed
     * @throws IllegalArgumentException if the rows have another number of features
     */
    FloatMatrix deviations(FloatMatrix rows, Workers workers);
}
