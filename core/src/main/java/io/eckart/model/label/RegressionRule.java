package io.eckart.model.label;

import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.Workers;

/** Estimates values from features: the second part of a {@link PipelineRegressor}. */
public sealed interface RegressionRule extends Rule permits LinearRule, NeighbourMean {

    /**
     * The values; each depends only on the same row of the input.
     *
     * @param features n x k, all finite
     * @return n entries
     */
    double[] estimates(FloatMatrix features, Workers workers);
}
