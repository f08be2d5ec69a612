package io.eckart.data.synthetic;

import io.eckart.numerics.RandomStreams;
import java.util.Arrays;
import java.util.SplittableRandom;

/** Random orders. */
final class Shuffle {
    private Shuffle() {}

    /** The numbers 0 to {@code count - 1} in random order. */
    static int[] range(int count, SplittableRandom random) {
        int[] order = new int[count];
        Arrays.setAll(order, i -> i);
        RandomStreams.shuffle(order, random);
        return order;
    }
}
