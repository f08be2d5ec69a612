package io.eckart.task.score;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** How well scores put the positive rows first. */
public final class Ranking {
    private Ranking() {}

    /**
     * Area under the ROC curve: the probability that a positive row has a larger score than a negative one, ties counting
     * half (Mann and Whitney 1947).
     *
     * @return in [0, 1]
     * @throws IllegalArgumentException if the lengths differ, a score is NaN, or one of the two classes is empty
     */
    public static double areaUnderRoc(double[] scores, boolean[] positive) {
        if (scores.length != positive.length) {
            throw new IllegalArgumentException(scores.length + " scores for " + positive.length + " rows");
        }
        if (Arrays.stream(scores).anyMatch(Double::isNaN)) {
            throw new IllegalArgumentException("a score is NaN, which has no rank");
        }
        double[] sorted = scores.clone();
        Arrays.sort(sorted);
        long positives = 0;
        double rankSum = 0;
        for (int i = 0; i < scores.length; i++) {
            if (positive[i]) {
                positives++;
                rankSum += midRank(sorted, scores[i]);
            }
        }
        long negatives = scores.length - positives;
        if (positives == 0 || negatives == 0) {
            throw new IllegalArgumentException("both classes must have rows: " + positives + " positive, " + negatives);
        }
        return (rankSum - positives * (positives + 1) / 2.0) / ((double) positives * negatives);
    }

    /** The mean of the 1-based ranks of all entries equal to {@code value}. */
    private static double midRank(double[] sorted, double value) {
        int first = firstNotBelow(sorted, value);
        int end = firstNotBelow(sorted, Math.nextUp(value));
        return (first + 1 + end) / 2.0;
    }

    private static int firstNotBelow(double[] sorted, double value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The indices of the rows with the largest scores, largest first, the smaller index first on ties. */
    public static int[] largest(double[] scores, int count) {
        return IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -scores[i]).thenComparingInt(i -> i))
                .limit(count)
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
