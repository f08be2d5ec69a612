package io.eckart.task.label;

import java.util.List;
import java.util.Optional;

/**
 * How the probabilities of a method were calibrated: by one temperature, fitted by maximum likelihood to the labels that cross-validation
 * hid (Guo et al. 2017). It changes no label. What is measured before and after is of rows that were not used: the temperature for a
 * fold is fitted on the other folds.
 *
 * @param status whether they were calibrated
 * @param rows the number of labelled rows with an estimate while their label was hidden
 * @param temperature T, 1 if the probabilities are as the method gives them
 * @param before as the method gives them; empty if there are too few rows
 * @param after at the temperatures, also where these were not needed; empty if there are too few rows
 */
public record Calibration(
        Status status, int rows, double temperature, Optional<Quality> before, Optional<Quality> after) {
    /**
     * The least number of rows. With fewer, the part that is labelled rightly is known to 7 percentage points at best (one
     * standard error, sqrt(1/4 / 50)), and the random error of a fitted temperature costs more than 1 / (2 x 50) = 0.01 of log loss.
     */
    public static final int LEAST_ROWS = 50;

    /** Whether probabilities were calibrated. */
    public enum Status {
        CALIBRATED,
        /** A temperature does not lower the log loss: they are left as they are. */
        NOT_NEEDED,
        /** Fewer than {@value Calibration#LEAST_ROWS} rows: they are left as they are. */
        TOO_FEW_LABELS,
        /** Nothing was cross-validated: they are left as they are. */
        NOT_CHECKED
    }

    /**
     * How well probabilities agree with labels.
     *
     * @param logLoss mean of {@code -log p} of the label
     * @param error the expected calibration error: the mean over rows of the distance between accuracy and mean probability of their bin
     * @param reliability ascending
     */
    public record Quality(double logLoss, double error, List<Bin> reliability) {
        public Quality {
            reliability = List.copyOf(reliability);
        }
    }

    /**
     * Rows whose label was given a probability in a tenth of [0, 1]; neighbouring tenths are joined until they hold 10 rows.
     *
     * @param from where the bin begins
     * @param to where it ends, itself included
     * @param probability mean of that probability
     * @param accuracy the part that is labelled rightly
     * @param halfWidth half the width of the interval of 95 % of the accuracy by Agresti and Coull (1998)
     * @param estimates their number; rows are counted as often as their label was hidden
     */
    public record Bin(double from, double to, double probability, double accuracy, double halfWidth, int estimates) {}

    static Calibration none(Status status, int rows) {
        return new Calibration(status, rows, 1, Optional.empty(), Optional.empty());
    }

    /** One sentence. */
    public String sentence() {
        return switch (status) {
            case CALIBRATED ->
                "The probabilities are calibrated by a temperature, fitted to the " + rows
                        + " labels that cross-validation hid.";
            case NOT_NEEDED ->
                "The probabilities are as the method gives them: no temperature lowers the log loss of the " + rows
                        + " labels that cross-validation hid.";
            case TOO_FEW_LABELS ->
                "The probabilities are not calibrated: that needs " + LEAST_ROWS
                        + " labels that cross-validation can hide, and there are " + rows
                        + "; read them as an order of rows, not as chances.";
            case NOT_CHECKED ->
                "The probabilities are not calibrated, because the method was not cross-validated; read them as an order of"
                        + " rows, not as chances.";
        };
    }
}
