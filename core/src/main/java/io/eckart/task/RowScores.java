package io.eckart.task;

import io.eckart.model.fitted.RowScore;

/**
 * The scores of rows: how unusual each of them is.
 *
 * @param errors the reconstruction error, by row and by cell
 * @param mahalanobis n entries, the squared Mahalanobis distance of each code to the codes of the fitted rows
 * @param sums n entries, error and distance together on one scale
 * @param norms n entries, the squared norm of each standardised row over its observed cells
 */
@SuppressWarnings("ArrayRecordComponent") // a result of the caller, which the library does not keep
public record RowScores(Scores errors, double[] mahalanobis, double[] sums, double[] norms) {

    /** The n values of a score; NaN for rows without an observed cell, and for every row if the model does not have the score. */
    public double[] of(RowScore score) {
        return switch (score) {
            case ERROR -> errors.errors();
            case MAHALANOBIS -> mahalanobis;
            case SUM -> sums;
            case NORM -> norms;
        };
    }
}
