package io.eckart.training;

import io.eckart.data.CorruptionTasks;
import io.eckart.numerics.FloatMatrix;

/**
 * Rows to learn from in batches.
 *
 * @param rows n x d, NaN where missing
 * @param train the indices of the rows trained on, at least one
 * @param heldOut the indices of the rows held out
 * @param origin d values subtracted from a row
 * @param scale what cells are divided by
 * @param tasks what is done to the input
 * @param partial whether the encoder ever sees hidden or missing cells
 * @param inputs the rows with estimates in missing cells, n x d, for encoders that read them; the rows themselves otherwise
 */
@SuppressWarnings("ArrayRecordComponent") // identity is never asked of a problem
record BatchProblem(
        FloatMatrix rows,
        int[] train,
        int[] heldOut,
        double[] origin,
        double scale,
        CorruptionTasks tasks,
        boolean partial,
        FloatMatrix inputs) {

    /** Rows whose missing cells stand at the origin. */
    BatchProblem(
            FloatMatrix rows,
            int[] train,
            int[] heldOut,
            double[] origin,
            double scale,
            CorruptionTasks tasks,
            boolean partial) {
        this(rows, train, heldOut, origin, scale, tasks, partial, rows);
    }

    /** The same with estimates in missing cells. */
    BatchProblem withInputs(FloatMatrix filled) {
        return new BatchProblem(rows, train, heldOut, origin, scale, tasks, partial, filled);
    }

    boolean hasEstimates() {
        return !inputs.equals(rows);
    }
}
