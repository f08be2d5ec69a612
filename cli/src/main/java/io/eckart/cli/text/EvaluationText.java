package io.eckart.cli.text;

import io.eckart.data.corruption.Corruption;
import io.eckart.model.fitted.FittedModel;
import io.eckart.task.Evaluation;

/** How well a model reconstructs rows, as a short table. */
public final class EvaluationText {
    private EvaluationText() {}

    public static String of(FittedModel<?> fitted, Evaluation evaluation, String data, Corruption corruption) {
        Summary summary = new Summary()
                .add("model", fitted.model().kind() + ", k = " + fitted.model().codeSize())
                .add("data", data)
                .add("rows", evaluation.rows())
                .add("corruption", corruption);
        FitText.addErrors(summary, evaluation);
        return summary.text();
    }
}
