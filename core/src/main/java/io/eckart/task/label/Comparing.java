package io.eckart.task.label;

import io.eckart.data.Targets;
import io.eckart.numerics.RandomStreams;
import io.eckart.task.label.LabelComparison.Entry;
import io.eckart.task.label.LabelComparison.Gain;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.statistics.distribution.TDistribution;
import org.jspecify.annotations.Nullable;

/** Compares methods by cross-validation on the labelled rows, and keeps what the best estimated. */
final class Comparing {
    private final Labeller labeller;
    private final Targets known;
    private final double budget;
    private final LabelFolds folds;
    private final Optional<CrossValidation> control;
    private final List<Entry> entries = new ArrayList<>();
    private @Nullable CrossValidation best;
    private double least = Double.POSITIVE_INFINITY;

    /** @param budget nominal seconds a method may take */
    Comparing(Labeller labeller, Targets known, double budget) {
        this.labeller = labeller;
        this.known = known;
        this.budget = budget;
        this.folds = LabelFolds.of(
                known, new RandomStreams(labeller.views().options().seed()));
        this.control = folds.isEmpty()
                ? Optional.empty()
                : Optional.of(CrossValidation.of(LabelMethod.CONSTANT, labeller, known, folds));
        control.ifPresent(found -> entries.add(Entry.of(LabelMethod.CONSTANT, found.errors(), Gain.NONE)));
    }

    /** Measures one more method, or says why not. */
    void add(LabelMethod method) {
        double cost = LabelCost.seconds(
                method, labeller.views(), known, folds.hidden().size());
        if (cost > budget) {
            entries.add(Entry.leftOut(
                    method, String.format(Locale.ROOT, "would take about %.0f s, the budget is %.0f s", cost, budget)));
        } else if (!folds.isEmpty() && method != LabelMethod.CONSTANT) {
            measure(CrossValidation.of(method, labeller, known, folds));
        }
    }

    private void measure(CrossValidation found) {
        double[] errors = found.errors();
        Entry entry = Entry.of(found.method(), errors, gain(control.orElseThrow(), found));
        entries.add(entry);
        if (entry.error() < least) {
            least = entry.error();
            best = found;
        }
    }

    private Gain gain(CrossValidation without, CrossValidation with) {
        double mean = Arrays.stream(without.errors()).average().orElseThrow()
                - Arrays.stream(with.errors()).average().orElseThrow();
        double[] effects = effects(without.losses());
        double[] others = effects(with.losses());
        Arrays.setAll(effects, i -> effects[i] - others[i]);
        double kept = labels() - (double) folds.hiddenLabels() / folds.hidden().size();
        double widening = Math.sqrt(1 + effects.length / kept);
        double quantile =
                TDistribution.of(effects.length - 1.0).inverseCumulativeProbability((1 + LabelComparison.LEVEL) / 2);
        return new Gain(mean, quantile * widening * LabelFolds.standardError(effects));
    }

    /** How much each row adds to the error: its loss, for values divided by twice the root of the mean loss, the derivative of that root. */
    private double[] effects(double[] losses) {
        double root = Math.sqrt(Arrays.stream(losses).average().orElseThrow());
        double divisor = known instanceof Targets.Classes || root == 0 ? 1 : 2 * root;
        return Arrays.stream(losses).map(loss -> loss / divisor).toArray();
    }

    private int labels() {
        int labels = 0;
        for (int i = 0; i < known.rows(); i++) {
            labels += known.isKnown(i) ? 1 : 0;
        }
        return labels;
    }

    LabelComparison comparison() {
        return new LabelComparison(entries, folds.hiddenLabels());
    }

    /** What the method of least error estimated; empty if none was measured. */
    Optional<CrossValidation> best() {
        return Optional.ofNullable(best);
    }

    /** The calibration of that method; empty for values. */
    Optional<Calibration> calibration() {
        if (best != null) {
            return Calibrator.of(best);
        }
        Calibration.Status status =
                folds.isEmpty() ? Calibration.Status.TOO_FEW_LABELS : Calibration.Status.NOT_CHECKED;
        return known instanceof Targets.Classes ? Optional.of(Calibration.none(status, 0)) : Optional.empty();
    }
}
