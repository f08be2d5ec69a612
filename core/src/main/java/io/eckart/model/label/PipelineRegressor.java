package io.eckart.model.label;

import io.eckart.model.Model;
import io.eckart.model.Regressor;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.Workers;

/**
 * Estimates a numeric label by a feature stage, which is fitted on rows with and without labels, and a rule on its output.
 * Immutable and safe for use by several threads.
 */
public final class PipelineRegressor implements Model, Regressor {
    /** The name of this kind of model in files. */
    public static final String KIND = "pipeline_regressor";

    private final FeatureStage stage;
    private final RegressionRule rule;

    /** @throws IllegalArgumentException if the rule needs a number of features that the stage does not have as output */
    public PipelineRegressor(FeatureStage stage, RegressionRule rule) {
        if (stage.outputs() != rule.features()) {
            throw new IllegalArgumentException("a stage with " + stage.outputs() + " outputs does not fit a rule for "
                    + rule.features() + " features");
        }
        this.stage = stage;
        this.rule = rule;
    }

    public FeatureStage stage() {
        return stage;
    }

    public RegressionRule rule() {
        return rule;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public int features() {
        return stage.features();
    }

    /** The number of features of the rule. */
    @Override
    public int codeSize() {
        return stage.outputs();
    }

    @Override
    public double[] estimates(FloatMatrix rows, Workers workers) {
        double[] result = rule.estimates(stage.apply(rows, workers), workers);
        for (int i = 0; i < result.length; i++) {
            result[i] = rows.isUnobserved(i) ? Double.NaN : result[i];
        }
        return result;
    }
}
