package io.eckart.training;

/** The ways to find principal components. */
public enum PcaSolver {
    /** Eigen-decomposition of X'X / n, accumulated in one pass over any number of rows: d up to a few thousand. */
    MOMENTS,
    /** Thin SVD of the rows themselves in O(n d) memory: fewer rows than features. */
    THIN_SVD,
    /** Randomized range finder with power steps (Halko, Martinsson and Tropp 2011): n and d both large. */
    RANDOMIZED,
    /** Regularised EM (Josse and Husson 2012): the only one for missing cells; rows in memory. */
    REGULARISED_EM
}
