package io.eckart.task.label;

import io.eckart.data.Targets;
import io.eckart.numerics.FloatMatrix;
import io.eckart.task.Histogram;
import io.eckart.task.label.LabelCheck.CheckedRow;
import io.eckart.task.label.LabelCheck.ClassResult;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What there is to look at where labels are classes. */
@SuppressWarnings("ArrayRecordComponent") // of one call, never compared
record ClassChecks(Targets.Classes known, int[] rows, Estimates.Classes estimates) {
    private static final int SHOWN_ROWS = 20;

    LabelCheck check(Optional<CrossValidation> found, Optional<Calibration> calibration) {
        double[] probabilities = IntStream.range(0, rows.length)
                .mapToDouble(i -> estimates.probabilities().get(i, estimates.best(i)))
                .toArray();
        return new LabelCheck(
                results(found), List.of(), calibration, Histogram.of(probabilities), leastCertain(probabilities));
    }

    private List<ClassResult> results(Optional<CrossValidation> found) {
        int count = known.names().size();
        long[] labels = new long[count];
        Arrays.stream(known.of()).filter(c -> c >= 0).forEach(c -> labels[c]++);
        long[] predicted = new long[count];
        IntStream.range(0, rows.length).filter(estimates::isKnown).forEach(i -> predicted[estimates.best(i)]++);
        double[] recalls = found.map(this::recalls).orElseGet(() -> {
            double[] none = new double[count];
            Arrays.fill(none, Double.NaN);
            return none;
        });
        return IntStream.range(0, count)
                .mapToObj(c -> new ClassResult(known.names().get(c), labels[c], predicted[c], recalls[c]))
                .toList();
    }

    private double[] recalls(CrossValidation found) {
        int count = known.names().size();
        double[] hidden = new double[count];
        double[] right = new double[count];
        for (int fold = 0; fold < found.estimates().size(); fold++) {
            Estimates.Classes estimated = (Estimates.Classes) found.estimates().get(fold);
            int[] places = found.folds().hidden().get(fold);
            for (int i = 0; i < places.length; i++) {
                int own = known.of()[places[i]];
                hidden[own]++;
                right[own] += estimated.isKnown(i) && estimated.best(i) == own ? 1 : 0;
            }
        }
        double[] recalls = new double[count];
        Arrays.setAll(recalls, c -> right[c] / hidden[c]);
        return recalls;
    }

    private List<CheckedRow> leastCertain(double[] probabilities) {
        return IntStream.range(0, rows.length)
                .filter(estimates::isKnown)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> probabilities[i]))
                .limit(SHOWN_ROWS)
                .map(i -> checked(i, probabilities[i]))
                .toList();
    }

    private CheckedRow checked(int i, double probability) {
        int best = estimates.best(i);
        int second = second(i, best);
        List<String> names = known.names();
        double next = estimates.probabilities().get(i, second);
        return new CheckedRow(rows[i], null, names.get(best), probability, names.get(second), next);
    }

    private int second(int i, int best) {
        FloatMatrix probabilities = estimates.probabilities();
        int second = best == 0 ? 1 : 0;
        for (int c = second + 1; c < probabilities.columns(); c++) {
            second = c != best && probabilities.get(i, c) > probabilities.get(i, second) ? c : second;
        }
        return second;
    }
}
