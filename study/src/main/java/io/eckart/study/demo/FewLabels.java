package io.eckart.study.demo;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Digits named from a few labels, with and without the help of drawings that have none.
 *
 * @param labels labelled drawings, as many of each digit
 * @param unlabelled drawings without a label; accuracies are over them
 * @param draws random draws of the labelled drawings
 * @param ways each with its accuracy: the commonest digit named each time, which is the control, then those that use the labels alone
 */
public record FewLabels(int labels, int unlabelled, int draws, List<Way> ways) {

    public FewLabels {
        ways = List.copyOf(ways);
    }

    /**
     * A way to name digits.
     *
     * @param what in words
     * @param usesUnlabelled whether the drawings without a label take part
     * @param accuracy mean over the draws
     * @param halfWidth of its 95 % interval; NaN for the control, which depends on no draw
     */
    public record Way(String what, boolean usesUnlabelled, double accuracy, double halfWidth) {}

    /**
     * A drawing on a map.
     *
     * @param row its number, from 1
     * @param x first principal component
     * @param y second principal component
     * @param digit what was drawn
     * @param alone what it was named from the labels alone; null if it has a label
     * @param together what it was named with the help of the others; null if it has a label
     * @param verdict which of the two is right, in words
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
