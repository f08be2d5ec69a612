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
 */
public record LabelOptions(
        Optional<LabelMethod> method,
        Optional<LabelTask> task,
        Optional<Scaling> scaling,
        LabelSettings settings,
        double budget) {

    /** Method, task and scaling chosen from the data. */
    public static final LabelOptions DEFAULT =
            new LabelOptions(Optional.empty(), Optional.empty(), Optional.empty(), LabelSettings.DEFAULT, 120);

    /** @throws IllegalArgumentException if the budget is not above 0 */
    public LabelOptions {
        if (!(budget > 0)) {
            throw new IllegalArgumentException("the budget must be above 0 seconds, got " + budget);
        }
    }

    public LabelOptions withMethod(LabelMethod chosen) {
        return new LabelOptions(Optional.of(chosen), task, scaling, settings, budget);
    }

    public LabelOptions withTask(LabelTask chosen) {
        return new LabelOptions(method, Optional.of(chosen), scaling, settings, budget);
    }

    public LabelOptions withScaling(Scaling chosen) {
        return new LabelOptions(method, task, Optional.of(chosen), settings, budget);
    }

    public LabelOptions withSettings(LabelSettings chosen) {
        return new LabelOptions(method, task, scaling, chosen, budget);
    }

    public LabelOptions withBudget(double seconds) {
        return new LabelOptions(method, task, scaling, settings, seconds);
    }
}
