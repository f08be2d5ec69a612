package io.eckart.model.label;

import io.eckart.model.Regressor;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.Workers;

/** Estimates a numeric label by a feature stage and a rule on its output. */
public final class PipelineRegressor extends Pipeline implements Regressor {
    /** The name of this kind of model in files. */
    public static final String KIND = "pipeline_regressor";

    private final RegressionRule rule;

    /** @throws IllegalArgumentException if the rule needs a number of features that the stage does not have as output */
    public PipelineRegressor(FeatureStage stage, RegressionRule rule) {
        super(stage, rule);
        this.rule = rule;
    }

    @Override
    public RegressionRule rule() {
        return rule;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public double[] estimates(FloatMatrix rows, Workers workers) {
        double[] result = rule.estimates(stage().apply(rows, workers), workers);
        for (int i = 0; i < result.length; i++) {
            result[i] = rows.isUnobserved(i) ? Double.NaN : result[i];
        }
        return result;
    }
}
