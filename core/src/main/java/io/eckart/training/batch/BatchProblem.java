package io.eckart.training.batch;

import io.eckart.data.corruption.CorruptionTasks;
import io.eckart.model.Gaussian;
import io.eckart.numerics.FloatMatrix;
import java.util.Optional;

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
 * @param prior where the network learns the difference of hidden cells from its conditional means
 */
@SuppressWarnings("ArrayRecordComponent") // shared without copies within a run; not exported
public record BatchProblem(
        FloatMatrix rows,
        int[] train,
        int[] heldOut,
        double[] origin,
        double scale,
        CorruptionTasks tasks,
        boolean partial,
        FloatMatrix inputs,
        Optional<Gaussian> prior) {

    /** Rows whose missing cells are fed in at the origin. */
    public BatchProblem(
            FloatMatrix rows,
            int[] train,
            int[] heldOut,
            double[] origin,
            double scale,
            CorruptionTasks tasks,
            boolean partial) {
        this(rows, train, heldOut, origin, scale, tasks, partial, rows, Optional.empty());
    }

    /** The same with other tasks. */
    public BatchProblem withTasks(CorruptionTasks corruptions) {
        return new BatchProblem(rows, train, heldOut, origin, scale, corruptions, partial, inputs, prior);
    }

    /** The same with estimates in missing cells. */
    public BatchProblem withInputs(FloatMatrix filled) {
        return new BatchProblem(rows, train, heldOut, origin, scale, tasks, partial, filled, prior);
    }

    /** The same where the target of hidden cells is their difference from these conditional means. */
    public BatchProblem withPrior(Gaussian gaussian) {
        return new BatchProblem(rows, train, heldOut, origin, scale, tasks, partial, inputs, Optional.of(gaussian));
    }

    boolean hasEstimates() {
        return !inputs.equals(rows);
    }
}
