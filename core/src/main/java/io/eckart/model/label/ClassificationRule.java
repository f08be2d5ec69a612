package io.eckart.model.label;

import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.Workers;
import java.util.List;

/** Computes probabilities of classes from features: the second part of a {@link PipelineClassifier}. */
public sealed interface ClassificationRule extends Rule permits SoftmaxRule, NeighbourVote {

    /** The names of the c classes. */
    List<String> classes();

    /**
     * The probabilities of the classes; each row of the result depends only on the same row of the input.
     *
     * @param features n x k, all finite
     * @return n x c, each row of sum 1
     */
    FloatMatrix probabilities(FloatMatrix features, Workers workers);

    /**
     * The same rule with its probabilities at a {@link Temperature}.
     *
     * @throws IllegalArgumentException if the temperature is not above 0 and finite
     */
    ClassificationRule withTemperature(double temperature);
}
