package io.eckart.training;

/** Reads the one stream of events of a training run; called on the thread that trains. */
@FunctionalInterface
public interface TrainingListener {

    /** Hears nothing. */
    TrainingListener SILENT = event -> {};

    void on(TrainingEvent event);
}
