package io.eckart.model;

import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.Workers;
import java.util.List;

/** Gives each row a probability for each of c classes. */
public interface Classifier {

    /** The names of the classes, c of them, in the order of the probabilities. */
    List<String> classes();

    /**
     * The probabilities of the classes.
     *
     * @param rows n x d, NaN where unobserved
     * @param workers share out blocks of rows; their number changes no bit
     * @return n x c, each row in [0, 1] and of sum 1; NaN for a row of which nothing can be said
     * @throws IllegalArgumentException if the rows have another number of features
     */
    FloatMatrix probabilities(FloatMatrix rows, Workers workers);
}
