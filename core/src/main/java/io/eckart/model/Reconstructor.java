package io.eckart.model;

import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.Workers;

/** Reconstructs rows from their codes. */
public interface Reconstructor {

    /**
     * The reconstructions of rows, every cell filled.
     *
     * @param rows n x d, NaN where unobserved
     * @param workers compute blocks of rows; the result does not depend on their number
     * @return n x d
     * @throws IllegalArgumentException if the rows have another number of features
     */
    FloatMatrix reconstruct(FloatMatrix rows, Workers workers);

    /**
     * A copy of the mean of each feature over the fitted rows, d entries: the best constant reconstruction. A model with a
     * larger error has learnt nothing.
     */
    float[] featureMeans();

    /** A copy of the origin, d entries: the energy of a row is its squared distance to this point. */
    float[] origin();
}
