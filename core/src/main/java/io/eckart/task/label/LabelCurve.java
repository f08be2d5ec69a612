package io.eckart.task.label;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The error of methods by the number of labels, and the gain from rows without a label.
 *
 * @param task what the labels are; errors are parts labelled wrongly, or root mean squares in the label's unit
 * @param seeds the number of random draws of labelled rows
 * @param testRows the most labelled rows that a method is tested on
 * @param points one for each level and method
 * @param gains one for each level and method that uses unlabelled rows
 * @param leftOut what was not measured, with the reason; may be empty
 */
public record LabelCurve(
        LabelTask task, int seeds, int testRows, List<Point> points, List<Gain> gains, List<String> leftOut) {

    /** Whether a difference is significant. */
    public enum Verdict {
        GAIN,
        NONE,
        LOSS
    }

    /**
     * The error of one method with a number of labels.
     *
     * @param level labels of each class, of values labels in all
     * @param labels labels in all
     * @param mean over the seeds
     * @param halfWidth of the 95 % interval of the mean, by Student's t
     */
    public record Point(int level, int labels, LabelMethod method, double mean, double halfWidth) {}

    /**
     * The gain of a method over those that use labelled rows only, paired by seed.
     *
     * @param level labels of each class, of values labels in all
     * @param reference the one it gains least over: the better of the two on the features as they are, or its own control
     * @param mean the reference's error minus the method's, over the seeds
     * @param halfWidth of its interval, which holds for all gains of the table together with 95 % (Bonferroni)
     */
    public record Gain(int level, LabelMethod method, LabelMethod reference, double mean, double halfWidth) {

        /** A gain or a loss if the interval does not contain 0. */
        public Verdict verdict() {
            if (mean - halfWidth > 0) {
                return Verdict.GAIN;
            }
            return mean + halfWidth < 0 ? Verdict.LOSS : Verdict.NONE;
        }
    }

    /** One sentence that says where the rows without a label helped. */
    public String claim() {
        List<Gain> won =
                gains.stream().filter(gain -> gain.verdict() == Verdict.GAIN).toList();
        if (won.isEmpty()) {
            return "No method gained from the rows without a label: every interval of its gain holds zero or lies below.";
        }
        String where = won.stream()
                .map(gain -> gain.method().word() + " at " + gain.level())
                .limit(8)
                .collect(Collectors.joining(", "));
        String more = won.size() > 8 ? " and " + (won.size() - 8) + " more" : "";
        return "The rows without a label were of use: " + where + more + ".";
    }
}
