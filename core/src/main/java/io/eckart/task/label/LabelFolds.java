package io.eckart.task.label;

import io.eckart.data.Targets;
import io.eckart.data.sampling.Split;
import io.eckart.numerics.RandomStreams;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Folds of labelled rows for cross-validation: each fold hides some labels, the classes in proportion. The label of a class with a single
 * row is never hidden. With few labels the folds are drawn several times, as many as the smallest class has labels, up to ten.
 *
 * @param hidden for each fold the rows whose label is hidden, one draw after the other
 * @param draws how often the folds were drawn; 0 for no folds
 */
record LabelFolds(List<int[]> hidden, int draws) {
    private static final int FOLDS = 5;
    private static final int MOST_FOLDS = 10;
    /** The number of labels that are hidden in all, or each of them {@link #MOST_REPEATS} times. */
    private static final int ENOUGH = 100;

    private static final int MOST_REPEATS = 20;

    /** Folds of the known labels; none where too few rows could be hidden. */
    static LabelFolds of(Targets known, RandomStreams random) {
        List<int[]> classes = LabelSample.byClass(known).stream()
                .filter(rows -> rows.length > 1)
                .toList();
        int[] candidates = classes.stream().flatMapToInt(IntStream::of).sorted().toArray();
        List<int[]> hidden = new ArrayList<>();
        if (candidates.length < 2) {
            return new LabelFolds(hidden, 0);
        }
        @Nullable String @Nullable [] strata = strata(known, candidates);
        int repeats = Math.clamp(Math.ceilDiv(ENOUGH, candidates.length), 1, MOST_REPEATS);
        int smallest = classes.stream().mapToInt(rows -> rows.length).min().orElse(0);
        int folds = folds(candidates.length, smallest);
        for (int repeat = 0; repeat < repeats; repeat++) {
            for (Split split : Split.folds(candidates.length, strata, folds, random.child("labels hidden", repeat))) {
                hidden.add(IntStream.of(split.test()).map(i -> candidates[i]).toArray());
            }
        }
        return new LabelFolds(hidden, repeats);
    }

    private static int folds(int candidates, int smallest) {
        int count = candidates < ENOUGH ? Math.clamp(smallest, 2, MOST_FOLDS) : FOLDS;
        return Math.min(count, candidates);
    }

    boolean isEmpty() {
        return hidden.isEmpty();
    }

    /** The number of hidden labels, each counted as often as it was hidden. */
    int hiddenLabels() {
        return hidden.stream().mapToInt(rows -> rows.length).sum();
    }

    /** The number of folds of a draw. */
    int perDraw() {
        return hidden.size() / Math.max(1, draws);
    }

    /** The classes of these rows, to be kept in proportion; null for values. */
    static @Nullable String @Nullable [] strata(Targets known, int[] candidates) {
        return switch (known) {
            case Targets.Values _ -> null;
            case Targets.Classes classes ->
                IntStream.of(candidates)
                        .mapToObj(i -> classes.names().get(classes.of()[i]))
                        .toArray(String[]::new);
        };
    }

    /** The labels without those of some rows. */
    static Targets hide(Targets known, int[] rows) {
        return switch (known) {
            case Targets.Classes classes -> {
                int[] left = classes.of().clone();
                IntStream.of(rows).forEach(i -> left[i] = -1);
                yield new Targets.Classes(classes.names(), left);
            }
            case Targets.Values values -> {
                double[] left = values.of().clone();
                IntStream.of(rows).forEach(i -> left[i] = Double.NaN);
                yield new Targets.Values(left);
            }
        };
    }

    /** The labels of these rows only. */
    static Targets keep(Targets known, int[] rows) {
        boolean[] kept = new boolean[known.rows()];
        IntStream.of(rows).forEach(i -> kept[i] = true);
        return hide(known, IntStream.range(0, kept.length).filter(i -> !kept[i]).toArray());
    }

    /** The standard error of a mean over folds; 0 for a single one. */
    static double standardError(double[] errors) {
        double mean = Arrays.stream(errors).average().orElse(0);
        double square = Arrays.stream(errors).map(e -> (e - mean) * (e - mean)).sum();
        return errors.length < 2 ? 0 : Math.sqrt(square / (errors.length - 1) / errors.length);
    }
}
