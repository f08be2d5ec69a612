package io.eckart.task.label;

import io.eckart.data.Scaling;
import io.eckart.data.Targets;
import io.eckart.model.fitted.FittedModel;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Rows that have got a label.
 *
 * @param task what the labels are
 * @param taskReason why they were taken so
 * @param scaling of number columns
 * @param method the way taken
 * @param methodReason why, in plain words
 * @param comparison what was compared; no entries where the method was asked for
 * @param known the labels given
 * @param rows the rows labelled, ascending
 * @param estimates for these rows, in their order
 * @param error over these rows where their labels are known and were hidden; else empty
 * @param model for rows to come, where the method has one
 * @param notes what a person should know; may be none
 */
@SuppressWarnings("ArrayRecordComponent") // identity is never asked of a result
public record Labelled(
        LabelTask task,
        String taskReason,
        Scaling scaling,
        LabelMethod method,
        String methodReason,
        LabelComparison comparison,
        Targets known,
        int[] rows,
        Estimates estimates,
        OptionalDouble error,
        Optional<FittedModel<?>> model,
        List<String> notes) {

    /** How many of the rows labelled nothing is said of. */
    public int unknown() {
        int count = 0;
        for (int i = 0; i < rows.length; i++) {
            count += estimates.isKnown(i) ? 0 : 1;
        }
        return count;
    }

    /** The label of the i-th of these rows; empty where it is unknown. */
    public Optional<String> label(int i) {
        if (!estimates.isKnown(i)) {
            return Optional.empty();
        }
        return Optional.of(
                switch (estimates) {
                    case Estimates.Classes classes ->
                        switch (known) {
                            case Targets.Classes names -> names.names().get(classes.best(i));
                            case Targets.Values _ -> throw new IllegalStateException("classes of values");
                        };
                    case Estimates.Values values -> Double.toString(values.values()[i]);
                });
    }

    /** The probability of that label; NaN for a value and where it is unknown. */
    public float probability(int i) {
        return switch (estimates) {
            case Estimates.Classes classes ->
                estimates.isKnown(i) ? classes.probabilities().get(i, classes.best(i)) : Float.NaN;
            case Estimates.Values _ -> Float.NaN;
        };
    }
}
