package io.eckart.task.label;

import io.eckart.data.Targets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Labels that were hidden fold by fold and estimated by one method from the others.
 *
 * @param method that estimated them
 * @param known all labels
 * @param folds which labels were hidden
 * @param estimates one for each fold, for its hidden rows in their order
 */
record CrossValidation(LabelMethod method, Targets known, LabelFolds folds, List<Estimates> estimates) {

    /** @throws java.util.concurrent.CancellationException once the options say stop */
    static CrossValidation of(LabelMethod method, Labeller labeller, Targets known, LabelFolds folds) {
        List<Estimates> estimates = new ArrayList<>();
        for (int[] hidden : folds.hidden()) {
            estimates.add(labeller.label(method, LabelFolds.hide(known, hidden), hidden)
                    .estimates());
        }
        return new CrossValidation(method, known, folds, estimates);
    }

    /** The error of each fold. */
    double[] errors() {
        double[] errors = new double[estimates.size()];
        for (int fold = 0; fold < errors.length; fold++) {
            errors[fold] = estimates.get(fold).error(known, folds.hidden().get(fold));
        }
        return errors;
    }

    /** The loss of each row whose label was hidden, mean over the draws, in the order of the rows. */
    double[] losses() {
        double[] sums = new double[known.rows()];
        for (int fold = 0; fold < estimates.size(); fold++) {
            int[] hidden = folds.hidden().get(fold);
            double[] losses = estimates.get(fold).losses(known, hidden);
            for (int i = 0; i < hidden.length; i++) {
                sums[hidden[i]] += losses[i] / folds.draws();
            }
        }
        return folds.hidden().stream()
                .flatMapToInt(IntStream::of)
                .distinct()
                .sorted()
                .mapToDouble(row -> sums[row])
                .toArray();
    }
}
