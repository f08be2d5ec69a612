package io.eckart.model;

import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.Workers;

/** Gives back what a row looks like after passing through its code. */
public interface Reconstructor {

    /**
     * The reconstructions of rows, every cell filled.
     *
     * @param rows n x d, NaN where unobserved
     * @param workers share out blocks of rows; their number changes no bit
     * @return n x d
     * @throws IllegalArgumentException if the rows have another number of features
     */
    FloatMatrix reconstruct(FloatMatrix rows, Workers workers);

    /**
     * The best constant reconstruction: the mean of each feature over the rows the model was fitted on (d entries). A model
     * that does not beat it has learnt nothing.
     */
    float[] featureMeans();

    /** Where energy is measured from (d entries): the energy of a row is its squared distance to this point. */
    float[] origin();
}
