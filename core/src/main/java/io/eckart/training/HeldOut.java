package io.eckart.training;

import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Which rows are held out: one random row of each of several stretches of equal length, so that the held-out part is the same
 * everywhere in the data. Immutable.
 */
public final class HeldOut {
    private static final int LEAST_ROWS = 10;
    private final boolean[] flags;
    private final int count;

    private HeldOut(boolean[] flags, int count) {
        this.flags = flags;
        this.count = count;
    }

    /**
     * Holds out a part of n rows, rounded to whole rows. At least one row is left to train on; none is held out of fewer than
     * {@value #LEAST_ROWS}.
     */
    public static HeldOut of(long rows, double part, SplittableRandom random) {
        int n = Math.toIntExact(rows);
        boolean[] flags = new boolean[n];
        int count = n < LEAST_ROWS || part == 0 ? 0 : Math.clamp(Math.round(n * part), 1, n - 1);
        for (int i = 0; i < count; i++) {
            long from = (long) i * n / count;
            long to = (long) (i + 1) * n / count;
            flags[(int) random.nextLong(from, to)] = true;
        }
        return new HeldOut(flags, count);
    }

    /** The number of rows held out. */
    public int count() {
        return count;
    }

    /** A flag for each row: whether it is held out. A copy. */
    public boolean[] flags() {
        return flags.clone();
    }

    /** The indices of the rows held out. */
    public int[] heldOut() {
        return IntStream.range(0, flags.length).filter(i -> flags[i]).toArray();
    }

    /** The indices of the other rows. */
    public int[] train() {
        return IntStream.range(0, flags.length).filter(i -> !flags[i]).toArray();
    }
}
