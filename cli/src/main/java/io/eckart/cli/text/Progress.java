package io.eckart.cli.text;

import io.eckart.cli.Output;
import io.eckart.training.TrainingListener;

/** Shows on the side how far a run is. */
public interface Progress extends TrainingListener, AutoCloseable {

    /** A bar for a person at a terminal; none next to JSON. */
    static Progress automatic(boolean json) {
        return Output.isTerminal() && !json ? new ProgressBars() : none();
    }

    /** Shows nothing. */
    static Progress none() {
        return event -> {};
    }

    /** Takes away what is shown, before the result is printed. */
    @Override
    default void close() {}
}
