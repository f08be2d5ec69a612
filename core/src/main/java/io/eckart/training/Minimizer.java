package io.eckart.training;

/** An iterative method that makes an objective smaller. */
interface Minimizer {

    /** One iteration; false when it can make no progress. */
    boolean iterate();

    /** Where it stands. */
    double[] point();

    /** The objective there. */
    double value();
}
