package io.eckart.model;

import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.Workers;

/** Fills the missing cells of rows, including rows that were not fitted, without refitting. */
public interface Filler {

    /**
     * The rows with every missing cell filled; observed cells keep their bits. A row without an observed cell gets the
     * unconditional estimate. The result for a row does not depend on the other rows.
     *
     * @param rows n x d, NaN where unobserved
     * @param workers compute blocks of rows; the result does not depend on their number
     * @return n x d, all finite
     * @throws IllegalArgumentException if the rows have another number of features
     */
    FloatMatrix fill(FloatMatrix rows, Workers workers);
}
