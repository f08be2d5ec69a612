package io.eckart.model.label;

import io.eckart.model.Classifier;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.Workers;
import java.util.Arrays;
import java.util.List;

/** Predicts probabilities of classes by a feature stage and a rule on its output. */
public final class PipelineClassifier extends Pipeline implements Classifier {
    /** The name of this kind of model in files. */
    public static final String KIND = "pipeline_classifier";

    private final ClassificationRule rule;

    /** @throws IllegalArgumentException if the rule needs a number of features that the stage does not have as output */
    public PipelineClassifier(FeatureStage stage, ClassificationRule rule) {
        super(stage, rule);
        this.rule = rule;
    }

    @Override
    public ClassificationRule rule() {
        return rule;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<String> classes() {
        return rule.classes();
    }

    @Override
    public FloatMatrix probabilities(FloatMatrix rows, Workers workers) {
        FloatMatrix result = rule.probabilities(stage().apply(rows, workers), workers);
        int c = result.columns();
        for (int i = 0; i < rows.rows(); i++) {
            if (rows.isUnobserved(i)) {
                Arrays.fill(result.values(), i * c, (i + 1) * c, Float.NaN);
            }
        }
        return result;
    }
}
