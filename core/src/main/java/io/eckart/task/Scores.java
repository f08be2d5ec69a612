package io.eckart.task;

import io.eckart.model.Reconstructor;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.Workers;

/**
 * How badly each row is reconstructed: the anomaly score of a model.
 *
 * @param errors n entries: {@code ||x - x^||^2} over the observed cells of the row
 * @param errorsPerCell n entries: the same divided by the number of observed cells; NaN for a row without any
 * @param cellErrors n x d: the squared error of each cell, NaN where unobserved
 */
@SuppressWarnings("ArrayRecordComponent") // identity is never asked of scores
public record Scores(double[] errors, double[] errorsPerCell, FloatMatrix cellErrors) {

    /**
     * Scores rows by a model.
     *
     * @param rows n x d, NaN where unobserved
     */
    public static Scores of(FloatMatrix rows, Reconstructor model, Workers workers) {
        FloatMatrix reconstruction = model.reconstruct(rows, workers);
        int d = rows.columns();
        double[] errors = new double[rows.rows()];
        double[] perCell = new double[rows.rows()];
        float[] cells = new float[rows.values().length];
        for (int i = 0; i < rows.rows(); i++) {
            int observed = 0;
            for (int at = i * d; at < (i + 1) * d; at++) {
                double difference = (double) rows.values()[at] - reconstruction.values()[at];
                cells[at] = (float) (difference * difference);
                if (!Double.isNaN(difference)) {
                    errors[i] += difference * difference;
                    observed++;
                }
            }
            perCell[i] = observed == 0 ? Double.NaN : errors[i] / observed;
        }
        return new Scores(errors, perCell, new FloatMatrix(rows.rows(), d, cells));
    }
}
