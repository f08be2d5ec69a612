package io.eckart.task.explore;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Counts how often each value occurs. The counts are exact while all different values fit; beyond that only values with small
 * hashes are kept, and the number of different values is estimated from how many these are (Bar-Yossef, Jayram, Kumar, Sivakumar and
 * Trevisan 2002, Counting distinct elements in a data stream). The estimate has a relative standard error of at most
 * {@code sqrt(2 / capacity)}. Not thread-safe.
 */
final class DistinctValues {
    private static final int FIRST_PLACES = 64;
    private static final double HASHES = 0x1p64;

    private final int capacity;
    /** An open hash table of values by their hashes; a count of 0 is an empty place. */
    private double[] values = new double[FIRST_PLACES];

    private long[] counts = new long[FIRST_PLACES];
    private int size;
    /** Only values whose hash is below it as an unsigned number are kept, if it is not 0. */
    private long bound;

    /** @param capacity the largest number of values that are kept, at least 1 */
    DistinctValues(int capacity) {
        this.capacity = capacity;
    }

    /** Counts a value; NaN is none. */
    void add(double value) {
        // Both zeros are the same value.
        add(value + 0.0, 1);
    }

    private void add(double value, long times) {
        long hash = hash(value);
        if (Double.isNaN(value) || (bound != 0 && Long.compareUnsigned(hash, bound) >= 0)) {
            return;
        }
        int mask = values.length - 1;
        // The upper bits of kept hashes are alike.
        int at = (int) hash & mask;
        while (counts[at] != 0 && values[at] != value) {
            at = (at + 1) & mask;
        }
        if (counts[at] == 0) {
            values[at] = value;
            size++;
        }
        counts[at] += times;
        if (size > capacity) {
            keepSmallerHalf();
        } else if (2 * size > values.length) {
            rebuild(2 * values.length);
        }
    }

    private void keepSmallerHalf() {
        long[] hashes = IntStream.range(0, values.length)
                .filter(at -> counts[at] != 0)
                .mapToLong(at -> hash(values[at]) ^ Long.MIN_VALUE)
                .sorted()
                .toArray();
        bound = hashes[hashes.length / 2] ^ Long.MIN_VALUE;
        rebuild(values.length);
    }

    private void rebuild(int places) {
        double[] oldValues = values;
        long[] oldCounts = counts;
        values = new double[places];
        counts = new long[places];
        size = 0;
        for (int at = 0; at < oldValues.length; at++) {
            if (oldCounts[at] != 0) {
                add(oldValues[at], oldCounts[at]);
            }
        }
    }

    /** The finalizer of MurmurHash3 (Appleby 2011) over the bits of a number: no two numbers have the same. */
    private static long hash(double value) {
        long h = Double.doubleToLongBits(value) + 0x9e3779b97f4a7c15L;
        h = (h ^ (h >>> 33)) * 0xff51afd7ed558ccdL;
        h = (h ^ (h >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return h ^ (h >>> 33);
    }

    /** Whether every value was kept. */
    boolean isExact() {
        return bound == 0;
    }

    /** The number of different values, estimated where not all were kept. */
    long distinct() {
        double part = (bound >>> 1) * 2.0 / HASHES;
        return isExact() ? size : Math.round(size / part);
    }

    /**
     * All values that were counted, ascending, each as often as it came.
     *
     * @throws IllegalStateException if not all values were kept
     */
    SortedCounts sorted() {
        if (!isExact()) {
            throw new IllegalStateException("some values were not kept");
        }
        int[] order = IntStream.range(0, values.length)
                .filter(at -> counts[at] != 0)
                .boxed()
                .sorted((a, b) -> Double.compare(values[a], values[b]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] ascending = Arrays.stream(order).mapToDouble(at -> values[at]).toArray();
        long[] ends = Arrays.stream(order).mapToLong(at -> counts[at]).toArray();
        Arrays.parallelPrefix(ends, Long::sum);
        return new SortedCounts(ascending, ends);
    }
}
