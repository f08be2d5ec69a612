package io.eckart.model.label;

import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.Workers;
import java.util.List;

/** How a {@link PipelineClassifier} comes from the features of its stage to probabilities. */
public sealed interface ClassificationRule permits SoftmaxRule, NeighbourVote {

    /** The names of the c classes. */
    List<String> classes();

    /** The number of features k it takes. */
    int features();

    /**
     * The probabilities of the classes; each row's depend on no other row.
     *
     * @param features n x k, all finite
     * @return n x c, each row of sum 1
     */
    FloatMatrix probabilities(FloatMatrix features, Workers workers);
}
