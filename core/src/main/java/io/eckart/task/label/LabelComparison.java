package io.eckart.task.label;

import io.eckart.data.Targets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A comparison of methods by cross-validation on the labelled rows: labels are hidden fold by fold and estimated from the others; the
 * features of all rows are known. The least mean error wins; of equal ones the simpler method.
 *
 * @param entries one for each method, the control first, then the simpler before the others
 * @param hidden the number of hidden labels; 0 if there are too few labels to hide one
 */
public record LabelComparison(List<Entry> entries, int hidden) {
    /** The probability with which the interval of a gain contains it. */
    public static final double LEVEL = 0.95;

    /**
     * One method.
     *
     * @param error the part labelled wrongly, or the root mean squared error, mean over folds; NaN if it was left out
     * @param standardError of that mean, over folds
     * @param gain over the control {@link LabelMethod#CONSTANT}
     * @param reason why it was left out, or an empty text
     */
    public record Entry(LabelMethod method, double error, double standardError, Gain gain, String reason) {

        static Entry of(LabelMethod method, double[] errors, Gain gain) {
            double mean = Arrays.stream(errors).average().orElseThrow();
            return new Entry(method, mean, LabelFolds.standardError(errors), gain, "");
        }

        static Entry leftOut(LabelMethod method, String reason) {
            return new Entry(method, Double.NaN, Double.NaN, Gain.NONE, reason);
        }

        public boolean isCompared() {
            return reason.isEmpty();
        }
    }

    /**
     * The error of the control minus that of a method, both on the same folds.
     *
     * @param mean over folds
     * @param halfWidth of its interval of 95 % by Student's t over the n hidden labels, with the variance of their mean multiplied
     *     by {@code 1 + n / kept}, because folds share the labels they learn from (Nadeau and Bengio 2003)
     */
    public record Gain(double mean, double halfWidth) {
        static final Gain NONE = new Gain(Double.NaN, Double.NaN);

        /** Whether the method is better than the control by more than the interval. */
        public boolean isCertain() {
            return mean - halfWidth > 0;
        }
    }

    public LabelComparison {
        entries = List.copyOf(entries);
    }

    static int outputs(Targets known) {
        return switch (known) {
            case Targets.Classes classes -> classes.names().size();
            case Targets.Values _ -> 2;
        };
    }

    /** The least error of those that are not a control, of equal ones the first; empty if nothing was compared. */
    public Optional<Entry> best() {
        Optional<Entry> best = Optional.empty();
        for (Entry entry : entries) {
            boolean taken = entry.isCompared() && !entry.method().isControl();
            if (taken && (best.isEmpty() || entry.error() < best.get().error())) {
                best = Optional.of(entry);
            }
        }
        return best;
    }

    /** The entry of a method, if it was compared. */
    public Optional<Entry> of(LabelMethod method) {
        return entries.stream()
                .filter(entry -> entry.method() == method && entry.isCompared())
                .findFirst();
    }

    /** Whether the control was compared with others and none is certain to be better. */
    public boolean isNoneBetter() {
        List<Entry> others = entries.stream()
                .filter(entry -> entry.isCompared() && entry.method() != LabelMethod.CONSTANT)
                .toList();
        return !others.isEmpty()
                && others.stream().noneMatch(entry -> entry.gain().isCertain());
    }
}
