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
 */
@SuppressWarnings("ArrayRecordComponent") // identity is never asked of a problem
record BatchProblem(
        FloatMatrix rows,
        int[] train,
        int[] heldOut,
        double[] origin,
        double scale,
        CorruptionTasks tasks,
        boolean partial) {}
