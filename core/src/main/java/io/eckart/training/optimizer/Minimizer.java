package io.eckart.training.optimizer;

/** An iterative method that decreases an objective. */
public interface Minimizer {

    /** One iteration; false when it can make no progress. */
    boolean iterate();

    /** The current parameters; not a copy. */
    double[] point();

    /** The objective at the current parameters. */
    double value();
}
