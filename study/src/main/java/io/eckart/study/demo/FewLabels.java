package io.eckart.study.demo;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Digits named from a few labels, with and without the help of drawings that have none.
 *
 * @param labels labelled drawings, as many of each digit
 * @param unlabelled drawings without a label; accuracies are over them
 * @param draws random draws of the labelled drawings
 * @param commonestClass accuracy of naming the commonest digit each time: the control
 * @param ways each with its accuracy; those that use the labels alone first
 */
public record FewLabels(int labels, int unlabelled, int draws, double commonestClass, List<Way> ways) {

    public FewLabels {
        ways = List.copyOf(ways);
    }

    /**
     * A way to name digits.
     *
     * @param what in words
     * @param usesUnlabelled whether the drawings without a label take part
     * @param accuracy mean over the draws
     * @param halfWidth of its 95 % interval
     */
    public record Way(String what, boolean usesUnlabelled, double accuracy, double halfWidth) {}

    /** The best of the ways that use labels alone. */
    public Way alone() {
        return best(false);
    }

    /** The best of the ways that use the drawings without a label. */
    public Way together() {
        return best(true);
    }

    private Way best(boolean together) {
        return ways.stream()
                .filter(way -> way.usesUnlabelled() == together)
                .max((a, b) -> Double.compare(a.accuracy(), b.accuracy()))
                .orElseThrow();
    }

    /**
     * A drawing on a map.
     *
     * @param row its number, from 1
     * @param x first principal component
     * @param y second principal component
     * @param digit what was drawn
     * @param alone what it was named from the labels alone; null if it has a label
     * @param together what it was named with the help of the others; null if it has a label
     */
    public record Point(
            long row,
            double x,
            double y,
            @Nullable String digit,
            @Nullable String alone,
            @Nullable String together,
            String verdict) {}
}
