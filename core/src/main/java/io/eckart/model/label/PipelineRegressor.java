package io.eckart.model.label;

import io.eckart.model.Model;
import io.eckart.model.Regressor;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.Workers;

/** Estimates a numeric label of rows: a feature stage, fitted on rows with and without labels, then a rule for its output. */
public final class PipelineRegressor implements Model, Regressor {
    /** The word for this kind of model in files. */
    public static final String KIND = "pipeline_regressor";

    private final FeatureStage stage;
    private final RegressionRule rule;

    /** @throws IllegalArgumentException if the rule takes another number of features than the stage gives */
    public PipelineRegressor(FeatureStage stage, RegressionRule rule) {
        if (stage.outputs() != rule.features()) {
            throw new IllegalArgumentException(
                    "a stage of " + stage.outputs() + " features does not go with a rule for " + rule.features());
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

    /** The number of features that the rule sees. */
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
