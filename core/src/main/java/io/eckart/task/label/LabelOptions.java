package io.eckart.task.label;

import io.eckart.data.Scaling;
import java.util.Optional;

/**
 * How the rows of a table are labelled.
 *
 * @param method empty: chosen by cross-validation on the labelled rows
 * @param task classes or values; empty: detected from the labels
 * @param scaling of number columns; empty: none if all numbers are in [-1, 1], else standard, where constant columns are only centred
 * @param settings sizes and strengths
 * @param budget nominal seconds that a method may take in the comparison, above 0
 * @param checked whether a given method is cross-validated, and its probabilities calibrated; one that is chosen is in any case
 */
public record LabelOptions(
        Optional<LabelMethod> method,
        Optional<LabelTask> task,
        Optional<Scaling> scaling,
        LabelSettings settings,
        double budget,
        boolean checked) {

    /** Method, task and scaling chosen from the data. */
    public static final LabelOptions DEFAULT =
            new LabelOptions(Optional.empty(), Optional.empty(), Optional.empty(), LabelSettings.DEFAULT, 120, true);

    /** @throws IllegalArgumentException if the budget is not above 0 */
    public LabelOptions {
        if (!(budget > 0)) {
            throw new IllegalArgumentException("the budget must be above 0 seconds, got " + budget);
        }
    }

    public LabelOptions withMethod(LabelMethod chosen) {
        return new LabelOptions(Optional.of(chosen), task, scaling, settings, budget, checked);
    }

    public LabelOptions withTask(LabelTask chosen) {
        return new LabelOptions(method, Optional.of(chosen), scaling, settings, budget, checked);
    }

    public LabelOptions withScaling(Scaling chosen) {
        return new LabelOptions(method, task, Optional.of(chosen), settings, budget, checked);
    }

    public LabelOptions withSettings(LabelSettings chosen) {
        return new LabelOptions(method, task, scaling, chosen, budget, checked);
    }

    public LabelOptions withBudget(double seconds) {
        return new LabelOptions(method, task, scaling, settings, seconds, checked);
    }

    /** The same without cross-validation of a given method: its probabilities are not calibrated. */
    public LabelOptions unchecked() {
        return new LabelOptions(method, task, scaling, settings, budget, false);
    }
}
