package io.eckart.task;

import io.eckart.model.fitted.RowScore;

/**
 * How odd rows are, each in several ways.
 *
 * @param errors the reconstruction error, by row and by cell
 * @param mahalanobis n entries, the squared Mahalanobis distance of each code to the codes of the fitted rows
 * @param sums n entries, error and distance together on one scale
 * @param norms n entries, the squared norm of each standardised row over its observed cells
 */
@SuppressWarnings("ArrayRecordComponent") // identity is never asked of scores
public record RowScores(Scores errors, double[] mahalanobis, double[] sums, double[] norms) {

    /** n entries; NaN for a row without an observed cell, and throughout for a score the model does not have. */
    public double[] of(RowScore score) {
        return switch (score) {
            case ERROR -> errors.errors();
            case MAHALANOBIS -> mahalanobis;
            case SUM -> sums;
            case NORM -> norms;
        };
    }
}
