package io.eckart.model;

import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.Workers;
import java.util.List;

/** Predicts a probability of each of c classes for each row. */
public interface Classifier {

    /** The names of the classes, c of them, in the order of the probabilities. */
    List<String> classes();

    /**
     * The probabilities of the classes.
     *
     * @param rows n x d, NaN where unobserved
     * @param workers compute blocks of rows; the result does not depend on their number
     * @return n x c, each row in [0, 1] and of sum 1; NaN for a row without an observed cell
     * @throws IllegalArgumentException if the rows have another number of features
     */
    FloatMatrix probabilities(FloatMatrix rows, Workers workers);
}
