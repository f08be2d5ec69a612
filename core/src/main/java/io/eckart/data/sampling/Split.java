package io.eckart.data.sampling;

import io.eckart.numerics.RandomStreams;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Rows for training and rows for testing, as ascending indices. With labels, both parts have the classes in the same
 * proportions, up to rounding; rows without a label form a separate class. A split belongs to the caller.
 *
 * @param train at least one index
 * @param test at least one index
 */
@SuppressWarnings("ArrayRecordComponent") // a result of the caller, never compared
public record Split(int[] train, int[] test) {

    /**
     * One random split.
     *
     * @param rows number of rows, at least 2
     * @param labels one for each row, null where unknown; null for a split without regard to labels
     * @param testFraction fraction of the test rows, above 0 and below 1; each part gets at least one row
     * @throws IllegalArgumentException if a number is out of range
     */
    public static Split holdOut(
            int rows, @Nullable String @Nullable [] labels, double testFraction, RandomStreams streams) {
        check(rows, labels);
        if (!(testFraction > 0 && testFraction < 1)) {
            throw new IllegalArgumentException(
                    "the fraction of test rows must be above 0 and below 1, got " + testFraction);
        }
        int tests = Math.clamp(Math.round(rows * testFraction), 1, rows - 1);
        int[] order = order(rows, labels, streams.stream("hold-out"));
        boolean[] test = new boolean[rows];
        // The rows are in the order of the classes, so evenly spaced ones have each class in proportion.
        for (int i = 0; i < tests; i++) {
            test[order[(int) ((2L * i + 1) * rows / (2L * tests))]] = true;
        }
        return of(test);
    }

    /**
     * k splits whose test parts partition the rows. The sizes of the test parts differ by at most one, and so do their numbers
     * of rows of each class.
     *
     * @param rows number of rows
     * @param labels as for {@link #holdOut}
     * @param folds 2 to {@code rows}
     * @throws IllegalArgumentException if a number is out of range
     */
    public static List<Split> folds(int rows, @Nullable String @Nullable [] labels, int folds, RandomStreams streams) {
        check(rows, labels);
        if (folds < 2 || folds > rows) {
            throw new IllegalArgumentException("the number of folds must be 2 to " + rows + " (rows), got " + folds);
        }
        int[] order = order(rows, labels, streams.stream("folds"));
        List<Split> splits = new ArrayList<>(folds);
        for (int fold = 0; fold < folds; fold++) {
            boolean[] test = new boolean[rows];
            for (int i = fold; i < rows; i += folds) {
                test[order[i]] = true;
            }
            splits.add(of(test));
        }
        return List.copyOf(splits);
    }

    private static void check(int rows, @Nullable String @Nullable [] labels) {
        if (rows < 2) {
            throw new IllegalArgumentException("a split needs at least 2 rows, got " + rows);
        }
        if (labels != null && labels.length != rows) {
            throw new IllegalArgumentException(labels.length + " labels for " + rows + " rows");
        }
    }

    /** The rows by class, shuffled within each class. */
    private static int[] order(int rows, @Nullable String @Nullable [] labels, SplittableRandom random) {
        int[] order = new int[rows];
        int at = 0;
        for (List<Integer> stratum : strata(rows, labels)) {
            int from = at;
            for (int row : stratum) {
                order[at++] = row;
            }
            shuffle(order, from, at, random);
        }
        return order;
    }

    private static Collection<List<Integer>> strata(int rows, @Nullable String @Nullable [] labels) {
        Map<String, List<Integer>> strata = new TreeMap<>();
        List<Integer> unlabelled = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            String label = labels == null ? null : labels[row];
            List<Integer> stratum = label == null ? unlabelled : strata.computeIfAbsent(label, l -> new ArrayList<>());
            Objects.requireNonNull(stratum).add(row);
        }
        List<List<Integer>> all = new ArrayList<>(strata.values());
        all.add(unlabelled);
        return all;
    }

    /** The algorithm of Fisher and Yates. */
    private static void shuffle(int[] order, int from, int to, SplittableRandom random) {
        for (int i = to - 1; i > from; i--) {
            int other = random.nextInt(from, i + 1);
            int row = order[i];
            order[i] = order[other];
            order[other] = row;
        }
    }

    private static Split of(boolean[] test) {
        int[] testRows = new int[test.length];
        int[] trainRows = new int[test.length];
        int tests = 0;
        int trains = 0;
        for (int row = 0; row < test.length; row++) {
            if (test[row]) {
                testRows[tests++] = row;
            } else {
                trainRows[trains++] = row;
            }
        }
        return new Split(Arrays.copyOf(trainRows, trains), Arrays.copyOf(testRows, tests));
    }
}
