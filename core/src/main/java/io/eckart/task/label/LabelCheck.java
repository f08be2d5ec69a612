package io.eckart.task.label;

import io.eckart.task.Histogram;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What to look at before labels are used: of classes or values what cross-validation says of the method, the certainty of its labels, and
 * some rows.
 *
 * @param classes in the order of their names; none for values
 * @param ranges ascending; none for classes
 * @param calibration of the probabilities; empty for values
 * @param spread the distribution of the probabilities of the estimated labels, or of the estimated values
 * @param rows for classes the least certain of the estimated rows, the least certain first; for values the labelled rows that the
 *     estimates of cross-validation miss most, the worst first
 */
public record LabelCheck(
        List<ClassResult> classes,
        List<ValueRange> ranges,
        Optional<Calibration> calibration,
        Histogram spread,
        List<CheckedRow> rows) {

    /**
     * One class.
     *
     * @param labels given
     * @param predicted the number of estimated rows that were given it
     * @param recall the part of its labels that cross-validation found again; NaN if none was hidden
     */
    public record ClassResult(String name, long labels, long predicted, double recall) {}

    /**
     * About a quarter of the labels by their value.
     *
     * @param from the least label in it
     * @param to the largest
     * @param labels given
     * @param predicted the number of estimates from {@code from} to below the next range, the first and the last range being open
     * @param error root mean square of what cross-validation estimated, minus the label; NaN if nothing was cross-validated
     * @param bias the mean of that difference
     */
    public record ValueRange(double from, double to, long labels, long predicted, double error, double bias) {}

    /**
     * A row to look at.
     *
     * @param row its index
     * @param label that was given to it by the user; null if none was
     * @param estimate its label by the method
     * @param probability of that label; NaN for values
     * @param second the next probable class; null for values
     * @param secondProbability of that; NaN for values
     */
    public record CheckedRow(
            int row,
            @Nullable String label,
            String estimate,
            double probability,
            @Nullable String second,
            double secondProbability) {}

    public LabelCheck {
        classes = List.copyOf(classes);
        ranges = List.copyOf(ranges);
        rows = List.copyOf(rows);
    }
}
