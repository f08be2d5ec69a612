package io.eckart.task.explore;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Values in ascending order, each as often as it came.
 *
 * @param values ascending
 * @param ends for each the number of values up to it, itself included
 */
@SuppressWarnings("ArrayRecordComponent") // package-private, never compared
record SortedCounts(double[] values, long[] ends) {

    /** Those of some values that are not NaN. */
    static SortedCounts of(double[] unsorted) {
        double[] values = Arrays.stream(unsorted)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        return new SortedCounts(
                values,
                IntStream.rangeClosed(1, values.length).mapToLong(i -> i).toArray());
    }

    long count() {
        return ends.length == 0 ? 0 : ends[ends.length - 1];
    }

    /**
     * The value below which a part of the values lies, linear between neighbours (definition 7 of Hyndman and Fan 1996); NaN without
     * values.
     *
     * @param part within [0, 1]
     */
    double quantile(double part) {
        if (count() == 0) {
            return Double.NaN;
        }
        double place = part * (count() - 1);
        long below = (long) Math.floor(place);
        double lower = at(below);
        double rest = place - below;
        return rest == 0 ? lower : lower + rest * (at(below + 1) - lower);
    }

    /** The value at a place from 0. */
    private double at(long place) {
        int found = Arrays.binarySearch(ends, place + 1);
        return values[found >= 0 ? found : -found - 1];
    }
}
