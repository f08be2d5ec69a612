package io.eckart.task.label;

import java.util.List;

/**
 * How the error falls with the number of labels, and whether the rows without a label were of use.
 *
 * @param task what the labels are; errors are parts labelled wrongly, or root mean squares in the label's unit
 * @param seeds how often the labelled rows were drawn
 * @param testRows at most so many other labelled rows are tested on
 * @param points one for each level and method
 * @param gains one for each level and method that uses unlabelled rows
 * @param leftOut what was not measured, and why; may be none
 */
public record LabelCurve(
        LabelTask task, int seeds, int testRows, List<Point> points, List<Gain> gains, List<String> leftOut) {

    /** Whether a difference is more than chance. */
    public enum Verdict {
        GAIN,
        NONE,
        LOSS
    }

    /**
     * The error of one method with so many labels.
     *
     * @param level labels of each class, of values labels in all
     * @param labels labels in all
     * @param mean over the seeds
     * @param halfWidth of the 95 % interval of the mean, by Student's t
     */
    public record Point(int level, int labels, LabelMethod method, double mean, double halfWidth) {}

    /**
     * What a method gains over those that use labelled rows only, paired by seed.
     *
     * @param level labels of each class, of values labels in all
     * @param reference the one it gains least over: the better of the two on the features as they are, or its own control
     * @param mean the reference's error minus the method's, over the seeds
     * @param halfWidth of its interval, which holds for all gains of the table together with 95 % (Bonferroni)
     */
    public record Gain(int level, LabelMethod method, LabelMethod reference, double mean, double halfWidth) {

        /** A gain or a loss where the interval does not hold zero. */
        public Verdict verdict() {
            if (mean - halfWidth > 0) {
                return Verdict.GAIN;
            }
            return mean + halfWidth < 0 ? Verdict.LOSS : Verdict.NONE;
        }
    }

    /** Whether the rows without a label were of use anywhere, in one sentence. */
    public String claim() {
        List<Gain> won =
                gains.stream().filter(gain -> gain.verdict() == Verdict.GAIN).toList();
        if (won.isEmpty()) {
            return "No method gained from the rows without a label: every interval of its gain holds zero or lies below.";
        }
        String where = won.stream()
                .map(gain -> gain.method().word() + " at " + gain.level())
                .limit(8)
                .collect(java.util.stream.Collectors.joining(", "));
        String more = won.size() > 8 ? " and " + (won.size() - 8) + " more" : "";
        return "The rows without a label were of use: " + where + more + ".";
    }
}
