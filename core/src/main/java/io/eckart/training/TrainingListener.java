package io.eckart.training;

/** Gets the events of a training run, in order, on the thread that trains. */
@FunctionalInterface
public interface TrainingListener {

    /** Ignores all events. */
    TrainingListener SILENT = event -> {};

    void on(TrainingEvent event);
}
