package io.eckart.study.judgement;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Several comparisons with one error rate for all of them together (Holm 1979): the i-th smallest of m probabilities, i from 0, is
 * compared with {@code alpha / (m - i)}, until one is larger; that one and all after it are not significant.
 */
final class Holm {
    private Holm() {}

    /** The level at which each comparison is made: it is significant exactly if its probability is at most this. */
    static double[] levels(double[] probabilities, double alpha) {
        int m = probabilities.length;
        List<Integer> order = IntStream.range(0, m)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> probabilities[i]))
                .toList();
        double[] levels = new double[m];
        boolean significant = true;
        double level = alpha / m;
        for (int i = 0; i < m; i++) {
            if (significant) {
                level = alpha / (m - i);
                significant = probabilities[order.get(i)] <= level;
            }
            levels[order.get(i)] = level;
        }
        return levels;
    }
}
