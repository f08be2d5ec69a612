package io.eckart.training.batch;

import io.eckart.network.pass.Constraint;
import io.eckart.network.pass.Form;
import io.eckart.network.pass.Pass;
import io.eckart.numerics.product.Reals;

/** What the training loop on batches minimises: how rows run through a model, and the loss of its output. */
public interface BatchObjective {

    /** The form of a model that batches of rows run through, on arrays of parameters and their gradient. */
    Form form(Reals parameters, Reals gradient);

    /** The set that parameters in this array must stay in. */
    default Constraint constraint(Reals parameters) {
        return Constraint.NONE;
    }

    /** The index of the first parameter that moves; those before it stay as they are. */
    default int firstMoved() {
        return 0;
    }

    /** The loss of the rows of one pass, with its own workspace. */
    RowLoss rowLoss(Pass pass);

    /** Converts the loss of a row to the user's units. */
    double inUnits(double loss);

    /** About the loss of a row by a model that has learnt nothing: a loss much above it has diverged. */
    double yardstick();

    /** The loss of the rows of one pass. */
    interface RowLoss {

        /** Begins an epoch, counted from 1. */
        default void beginEpoch(long epoch) {
            // Most losses are the same in every epoch.
        }

        /** Whether the target of a row is computed from the output for the clean row. */
        default boolean needsCleanOutput(int row) {
            return false;
        }

        /** Keeps the output for the clean rows of the pass. */
        default void cleanOutput() {
            throw new UnsupportedOperationException("no row needs its clean output");
        }

        /**
         * Sets the target of the i-th row of the pass, whose input is still clean.
         *
         * @param row its index in the data
         */
        void target(int i, int row);

        /**
         * Computes the loss of the output of the pass, summed over its rows, and sets the gradient of the output.
         *
         * @param factor what the gradient is multiplied by, such as 1/n
         */
        double of(double factor);
    }
}
