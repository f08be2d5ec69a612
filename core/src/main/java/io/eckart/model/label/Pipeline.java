package io.eckart.model.label;

import io.eckart.model.Model;

/**
 * Predicts labels by a feature stage, which is fitted on rows with and without labels, and a rule on its output. Immutable and safe
 * for use by several threads.
 */
public abstract sealed class Pipeline implements Model permits PipelineClassifier, PipelineRegressor {
    private final FeatureStage stage;

    Pipeline(FeatureStage stage, Rule rule) {
        if (stage.outputs() != rule.features()) {
            throw new IllegalArgumentException("a stage with " + stage.outputs() + " outputs does not fit a rule for "
                    + rule.features() + " features");
        }
        this.stage = stage;
    }

    /**
     * The pipeline of a stage and a rule, a classifier or a regressor.
     *
     * @throws IllegalArgumentException if the rule needs a number of features that the stage does not have as output
     */
    public static Pipeline of(FeatureStage stage, Rule rule) {
        return switch (rule) {
            case ClassificationRule classification -> new PipelineClassifier(stage, classification);
            case RegressionRule regression -> new PipelineRegressor(stage, regression);
        };
    }

    public final FeatureStage stage() {
        return stage;
    }

    public abstract Rule rule();

    @Override
    public final int features() {
        return stage.features();
    }

    /** The number of features of the rule. */
    @Override
    public final int codeSize() {
        return stage.outputs();
    }
}
