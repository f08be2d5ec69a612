package io.eckart.task.label;

import io.eckart.data.Scaling;
import io.eckart.data.Targets;
import io.eckart.model.fitted.FittedModel;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Rows with estimated labels.
 *
 * @param task what the labels are
 * @param taskReason why
 * @param scaling of number columns
 * @param method the method used
 * @param methodReason why this method
 * @param comparison the comparison of the methods, or of the given one, with the control; no entries if nothing was compared
 * @param known the known labels
 * @param rows the rows labelled, ascending
 * @param estimates for these rows, in their order; probabilities are calibrated where {@code check} says so
 * @param error over these rows where their labels are known and were hidden; empty otherwise
 * @param check what to look at before the labels are used
 * @param model for new rows, if the method has one
 * @param notes remarks for the user; may be empty
 */
@SuppressWarnings("ArrayRecordComponent") // a result of the caller, which the library does not keep
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
        LabelCheck check,
        Optional<FittedModel<?>> model,
        List<String> notes) {

    /** The number of rows without an estimate. */
    public int unknown() {
        return (int) IntStream.range(0, rows.length)
                .filter(i -> !estimates.isKnown(i))
                .count();
    }

    /** The label of the i-th of these rows; empty if there is none. */
    public Optional<String> label(int i) {
        if (!estimates.isKnown(i)) {
            return Optional.empty();
        }
        return Optional.of(
                switch (estimates) {
                    case Estimates.Classes classes ->
                        ((Targets.Classes) known).names().get(classes.best(i));
                    case Estimates.Values values -> Double.toString(values.values()[i]);
                });
    }

    /** The probability of that label; NaN for values and if there is none. */
    public float probability(int i) {
        return switch (estimates) {
            case Estimates.Classes classes ->
                estimates.isKnown(i) ? classes.probabilities().get(i, classes.best(i)) : Float.NaN;
            case Estimates.Values _ -> Float.NaN;
        };
    }
}
