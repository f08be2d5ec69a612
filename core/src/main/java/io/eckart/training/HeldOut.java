package io.eckart.training;

import java.util.SplittableRandom;

/**
 * Which rows are held out: one random row of each of as many stretches of equal length, so that the part is the same all
 * along the data, and known row by row as they come.
 */
@SuppressWarnings("ArrayRecordComponent") // flags are looked up, never compared
public record HeldOut(boolean[] rows, int count) {

    /** The part of n rows, rounded; at least one row stays to be trained on, and none is held out of fewer than ten. */
    public static HeldOut of(long rows, double part, SplittableRandom random) {
        int n = Math.toIntExact(rows);
        boolean[] held = new boolean[n];
        int count = n < 10 || part == 0 ? 0 : Math.clamp(Math.round(n * part), 1, n - 1);
        for (int i = 0; i < count; i++) {
            long from = (long) i * n / count;
            long to = (long) (i + 1) * n / count;
            held[(int) random.nextLong(from, to)] = true;
        }
        return new HeldOut(held, count);
    }

    /** The indices of the rows held out, or of the others. */
    public int[] indices(boolean wanted) {
        int[] indices = new int[wanted ? count : rows.length - count];
        int next = 0;
        for (int i = 0; i < rows.length; i++) {
            if (rows[i] == wanted) {
                indices[next++] = i;
            }
        }
        return indices;
    }
}
