package io.eckart.task.label;

import io.eckart.data.Targets;
import io.eckart.task.Histogram;
import io.eckart.task.label.LabelCheck.CheckedRow;
import io.eckart.task.label.LabelCheck.ValueRange;
import io.eckart.training.label.KnownLabels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What there is to look at where labels are values. */
record ValueChecks(Targets.Values known, Estimates.Values estimates) {
    private static final int SHOWN_ROWS = 20;
    private static final int RANGES = 4;

    LabelCheck check(Optional<CrossValidation> found) {
        double[] estimated = found.map(this::means).orElse(new double[0]);
        return new LabelCheck(
                List.of(), ranges(estimated), Optional.empty(), Histogram.of(estimates.values()), worst(estimated));
    }

    /** For each row the mean of what it was estimated at while its label was hidden; NaN for the others. */
    private double[] means(CrossValidation found) {
        double[] sums = new double[known.rows()];
        int[] counts = new int[known.rows()];
        for (int fold = 0; fold < found.estimates().size(); fold++) {
            Estimates.Values part = (Estimates.Values) found.estimates().get(fold);
            int[] places = found.folds().hidden().get(fold);
            for (int i = 0; i < places.length; i++) {
                sums[places[i]] += part.isKnown(i) ? part.values()[i] : 0;
                counts[places[i]] += part.isKnown(i) ? 1 : 0;
            }
        }
        double[] means = new double[sums.length];
        Arrays.setAll(means, i -> sums[i] / counts[i]);
        return means;
    }

    private List<ValueRange> ranges(double[] estimated) {
        int[] rows = IntStream.of(KnownLabels.rows(known))
                .boxed()
                .sorted(Comparator.comparingDouble(i -> known.of()[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        List<int[]> parts = new ArrayList<>();
        int begin = 0;
        for (int part = 1; part <= RANGES; part++) {
            int end = Math.max(begin, rows.length * part / RANGES);
            // Equal labels are in one range.
            while (end > 0 && end < rows.length && known.of()[rows[end]] == known.of()[rows[end - 1]]) {
                end++;
            }
            if (end > begin) {
                parts.add(Arrays.copyOfRange(rows, begin, end));
            }
            begin = end;
        }
        return IntStream.range(0, parts.size())
                .mapToObj(part -> range(parts, part, estimated))
                .toList();
    }

    private ValueRange range(List<int[]> parts, int part, double[] estimated) {
        int[] rows = parts.get(part);
        double from = known.of()[rows[0]];
        double next = part == parts.size() - 1 ? Double.POSITIVE_INFINITY : known.of()[parts.get(part + 1)[0]];
        long predicted = Arrays.stream(estimates.values())
                .filter(value -> (part == 0 || value >= from) && value < next)
                .count();
        double[] differences = IntStream.of(rows)
                .filter(i -> estimated.length > 0 && !Double.isNaN(estimated[i]))
                .mapToDouble(i -> estimated[i] - known.of()[i])
                .toArray();
        double square = Arrays.stream(differences).map(d -> d * d).average().orElse(Double.NaN);
        double bias = Arrays.stream(differences).average().orElse(Double.NaN);
        double to = known.of()[rows[rows.length - 1]];
        return new ValueRange(from, to, rows.length, predicted, Math.sqrt(square), bias);
    }

    private List<CheckedRow> worst(double[] estimated) {
        return IntStream.range(0, estimated.length)
                .filter(i -> !Double.isNaN(estimated[i]))
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -Math.abs(estimated[i] - known.of()[i])))
                .limit(SHOWN_ROWS)
                .map(i -> new CheckedRow(
                        i, Double.toString(known.of()[i]), Double.toString(estimated[i]), Double.NaN, null, Double.NaN))
                .toList();
    }
}
