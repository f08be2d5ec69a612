package io.eckart.model.label;

import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.Workers;

/** Estimates values from features: the second part of a {@link PipelineRegressor}. */
public sealed interface RegressionRule permits LinearRule, NeighbourMean {

    /** The number of features k it takes. */
    int features();

    /**
     * The values; each depends only on the same row of the input.
     *
     * @param features n x k, all finite
     * @return n entries
     */
    double[] estimates(FloatMatrix features, Workers workers);
}
