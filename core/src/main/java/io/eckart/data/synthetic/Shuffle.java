package io.eckart.data.synthetic;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Random order by the algorithm of Fisher and Yates (Durstenfeld 1964). */
final class Shuffle {
    private Shuffle() {}

    /** The numbers 0 to {@code count - 1} in random order. */
    static int[] range(int count, SplittableRandom random) {
        int[] order = new int[count];
        Arrays.setAll(order, i -> i);
        for (int i = count - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[j];
            order[j] = kept;
        }
        return order;
    }
}
