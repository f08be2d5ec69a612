package io.eckart.cli;

import io.eckart.training.TrainingEvent;
import io.eckart.training.TrainingListener;

/** Shows on the side how far a run is. */
interface Progress extends TrainingListener, AutoCloseable {

    /** Shows nothing. */
    static Progress none() {
        return new Progress() {
            @Override
            public void on(TrainingEvent event) {
                // Nobody watches.
            }

            @Override
            public void end() {
                // There is nothing to take away.
            }
        };
    }

    /** Takes away what is shown, before the result is printed. */
    void end();

    @Override
    default void close() {
        end();
    }
}
