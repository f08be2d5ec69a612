package io.eckart.task.score;

import io.eckart.model.fitted.FittedModel;
import io.eckart.model.fitted.RowScore;
import io.eckart.task.RowScores;
import java.util.Locale;

/**
 * The score above which a row counts as odd.
 *
 * @param score the one that decides
 * @param value a row is odd if its score is above it; not NaN
 */
public record Threshold(RowScore score, double value) {

    /**
     * Reads a number, or {@code quantile:Q}: the score that the part Q of the rows which the model was fitted on does not
     * exceed, as kept with the model.
     *
     * @throws IllegalArgumentException if the text is neither, or the model does not have that score or its quantiles
     */
    public static Threshold parse(String text, RowScore score, FittedModel<?> fitted) {
        if (!RowScorer.of(fitted).available().contains(score)) {
            throw new IllegalArgumentException(
                    "this " + fitted.model().kind() + " model has no score " + score.label());
        }
        String word = text.strip().toLowerCase(Locale.ROOT);
        boolean quantile = word.startsWith("quantile:");
        double number = number(quantile ? word.substring("quantile:".length()) : word, text);
        if (!quantile) {
            return new Threshold(score, number);
        }
        if (!(number >= 0 && number <= 1)) {
            throw new IllegalArgumentException("a quantile is a part of the fitted rows, from 0 to 1, got " + number);
        }
        return new Threshold(
                score,
                fitted.scores()
                        .filter(reference -> reference.quantiles().containsKey(score))
                        .orElseThrow(
                                () -> new IllegalArgumentException("the model file does not say how its fitted rows"
                                        + " score by " + score.label() + "; give a number, or fit the model again"))
                        .quantile(score, number));
    }

    private static double number(String word, String text) {
        try {
            double number = Double.parseDouble(word.strip());
            if (!Double.isNaN(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Reported below, like NaN.
        }
        throw new IllegalArgumentException(
                "a threshold is a number or quantile:Q with Q from 0 to 1, got '" + text + "'");
    }

    /** 1 for an odd row, 0 for another, NaN for one without a score. */
    public float flag(RowScores scores, int row) {
        double found = scores.of(score)[row];
        return Double.isNaN(found) ? Float.NaN : found > value ? 1 : 0;
    }
}
