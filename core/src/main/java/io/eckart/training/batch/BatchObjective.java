package io.eckart.training.batch;

import io.eckart.network.pass.Constraint;
import io.eckart.network.pass.Form;
import io.eckart.network.pass.Pass;
import io.eckart.numerics.product.Reals;

/** What the training loop on batches minimises: how rows run through a model, and the loss of what comes out. */
public interface BatchObjective {

    /** What batches of rows run through, made of the parameters as they move. */
    Form form(Reals parameters, Reals gradient);

    /** The set that parameters in this array must stay in. */
    Constraint constraint(Reals parameters);

    /** Parameters before this one stay as they are. */
    int firstMoved();

    /** The loss of the rows of one pass, with a workspace of its own. */
    RowLoss rowLoss(Pass pass);

    /** A loss of a row, in the user's units. */
    double inUnits(double loss);

    /** The loss of a row by a model that has learnt nothing, roughly: what a loss that has run away is compared with. */
    double yardstick();

    /** The loss of the rows of one pass. */
    interface RowLoss {

        /** Tells of the epoch, counted from 1, that the next rows are taken in. */
        default void beginEpoch(long epoch) {
            // Most losses are the same in every epoch.
        }

        /** Whether what is wanted for a row is made of what the model says of the clean row. */
        default boolean needsCleanOutput(int row) {
            return false;
        }

        /** Notes what the model says of the clean rows of the pass. */
        default void cleanOutput() {
            throw new UnsupportedOperationException("no row needs its clean output");
        }

        /**
         * Notes what is wanted for the i-th row of the pass, whose input is clean as yet.
         *
         * @param row its index in the data
         */
        void target(int i, int row);

        /**
         * The loss of the pass's output, summed over its rows; the gradient of the output is set.
         *
         * @param factor what the gradient is multiplied by, such as 1/n
         */
        double of(double factor);
    }
}
