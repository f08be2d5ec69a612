package io.eckart.task;

import io.eckart.model.Reconstructor;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.Workers;

/**
 * The reconstruction error of each row: the anomaly score of a model.
 *
 * @param errors n entries: {@code ||x - x^||^2} over the observed cells of the row
 * @param errorsPerCell n entries: the same divided by the number of observed cells; NaN for a row without any
 * @param cellErrors n x d: the squared error of each cell, NaN for missing cells
 */
@SuppressWarnings("ArrayRecordComponent") // a result of the caller, which the library does not keep
public record Scores(double[] errors, double[] errorsPerCell, FloatMatrix cellErrors) {

    /**
     * Scores rows by a model.
     *
     * @param rows n x d, NaN for missing cells
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
