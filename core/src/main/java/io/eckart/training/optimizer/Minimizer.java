package io.eckart.training.optimizer;

/** An iterative method that makes an objective smaller. */
public interface Minimizer {

    /** One iteration; false when it can make no progress. */
    boolean iterate();

    /** Where it stands. */
    double[] point();

    /** The objective there. */
    double value();
}
