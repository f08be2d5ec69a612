package io.eckart.model;

import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.Workers;

/** Fills the unobserved cells of rows, also of rows never seen, without refitting. */
public interface Filler {

    /**
     * The rows with every unobserved cell filled; observed cells keep their bits. A row without an observed cell gets the
     * unconditional estimate. What a row is filled with does not depend on the other rows given.
     *
     * @param rows n x d, NaN where unobserved
     * @param workers share out blocks of rows; their number changes no bit
     * @return n x d, all finite
     * @throws IllegalArgumentException if the rows have another number of features
     */
    FloatMatrix fill(FloatMatrix rows, Workers workers);
}
