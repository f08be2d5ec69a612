package io.eckart.report.result;

import io.eckart.data.corruption.Corruption;
import io.eckart.model.fitted.FittedModel;
import io.eckart.report.Json;
import io.eckart.task.Evaluation;
import tools.jackson.databind.node.ObjectNode;

/** How well a model reconstructs rows. */
public final class EvaluationJson {
    private EvaluationJson() {}

    /**
     * The result of {@code evaluate}.
     *
     * @param data the name of the rows
     * @param corruption what was done to the input
     */
    public static ObjectNode of(FittedModel<?> model, Evaluation evaluation, String data, Corruption corruption) {
        ObjectNode json = Json.object();
        json.put("model", model.model().kind());
        json.put("data", data);
        json.put("rows", evaluation.rows());
        json.put("corruption", corruption.toString());
        addErrors(json, evaluation);
        json.set("feature_errors", features(model, evaluation));
        return json;
    }

    /** The measured errors, under the names that all results use. */
    static void addErrors(ObjectNode json, Evaluation evaluation) {
        json.put("error_per_sample", evaluation.errorPerSample());
        json.put("error_per_cell", evaluation.errorPerCell());
        json.put("energy_explained", evaluation.energyExplained());
        json.put("column_mean_error_per_cell", evaluation.columnMeanErrorPerCell());
    }

    static ObjectNode features(FittedModel<?> model, Evaluation evaluation) {
        ObjectNode errors = Json.object();
        for (int j = 0; j < evaluation.featureErrors().length; j++) {
            errors.put(model.encoding().featureNames().get(j), evaluation.featureErrors()[j]);
        }
        return errors;
    }
}
