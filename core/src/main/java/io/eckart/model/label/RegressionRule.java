package io.eckart.model.label;

import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.Workers;

/** How a {@link PipelineRegressor} comes from the features of its stage to values. */
public sealed interface RegressionRule permits LinearRule, NeighbourMean {

    /** The number of features k it takes. */
    int features();

    /**
     * The values; each row's depends on no other row.
     *
     * @param features n x k, all finite
     * @return n entries
     */
    double[] estimates(FloatMatrix features, Workers workers);
}
