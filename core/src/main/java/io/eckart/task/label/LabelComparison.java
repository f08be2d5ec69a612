package io.eckart.task.label;

import io.eckart.data.Targets;
import io.eckart.numerics.RandomStreams;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A comparison of methods by cross-validation on the labelled rows: labels are hidden fold by fold and estimated from the others; the
 * features of all rows are known. The least mean error wins; of equal ones the simpler method.
 *
 * @param entries one for each method, the simpler first
 * @param hidden the number of hidden labels; 0 if there are too few labels to hide one
 */
public record LabelComparison(List<Entry> entries, int hidden) {

    /**
     * One method.
     *
     * @param error the part labelled wrongly, or the root mean squared error, mean over folds; NaN if it was left out
     * @param standardError of that mean, over folds
     * @param reason why it was left out, or an empty text
     */
    public record Entry(LabelMethod method, double error, double standardError, String reason) {
        public boolean isCompared() {
            return reason.isEmpty();
        }
    }

    /**
     * Compares.
     *
     * @param budget nominal seconds a method may take
     */
    static LabelComparison of(
            List<LabelMethod> methods, Labeller labeller, RowViews views, Targets known, double budget) {
        LabelFolds folds =
                LabelFolds.of(known, new RandomStreams(views.options().seed()));
        List<Entry> entries = new ArrayList<>();
        for (LabelMethod method : methods) {
            double cost = LabelCost.seconds(method, views, known, folds.hidden().size());
            if (cost > budget) {
                String reason =
                        String.format(Locale.ROOT, "would take about %.0f s, the budget is %.0f s", cost, budget);
                entries.add(new Entry(method, Double.NaN, Double.NaN, reason));
            } else if (!folds.isEmpty()) {
                entries.add(compare(method, labeller, known, folds));
            }
        }
        return new LabelComparison(
                entries, folds.hidden().stream().mapToInt(rows -> rows.length).sum());
    }

    static int outputs(Targets known) {
        return switch (known) {
            case Targets.Classes classes -> classes.names().size();
            case Targets.Values _ -> 2;
        };
    }

    private static Entry compare(LabelMethod method, Labeller labeller, Targets known, LabelFolds folds) {
        double[] errors = new double[folds.hidden().size()];
        for (int fold = 0; fold < errors.length; fold++) {
            int[] hidden = folds.hidden().get(fold);
            Estimates estimates = labeller.label(method, LabelFolds.hide(known, hidden), hidden)
                    .estimates();
            errors[fold] = estimates.error(known, hidden);
        }
        double mean = Arrays.stream(errors).average().orElseThrow();
        return new Entry(method, mean, LabelFolds.standardError(errors), "");
    }

    /** The least error, of equal ones the first; empty if nothing was compared. */
    public Optional<Entry> best() {
        Optional<Entry> best = Optional.empty();
        for (Entry entry : entries) {
            if (entry.isCompared()
                    && (best.isEmpty() || entry.error() < best.get().error())) {
                best = Optional.of(entry);
            }
        }
        return best;
    }
}
