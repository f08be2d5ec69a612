package io.eckart.task;

import io.eckart.data.Scaling;
import io.eckart.training.TrainingListener;

/**
 * What every fit needs beside the configuration of its model.
 *
 * @param scaling what is done to number columns
 * @param seed of all random streams
 * @param threads worker threads, at least 1; they change no bit
 * @param listener hears the run's events
 */
public record FitOptions(Scaling scaling, long seed, int threads, TrainingListener listener) {

    /** No scaling, seed 0, every processor, silent. */
    public static final FitOptions DEFAULT =
            new FitOptions(Scaling.NONE, 0, Runtime.getRuntime().availableProcessors(), TrainingListener.SILENT);

    /** @throws IllegalArgumentException if {@code threads} is below 1 */
    public FitOptions {
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be at least 1, got " + threads);
        }
    }

    public FitOptions withScaling(Scaling wanted) {
        return new FitOptions(wanted, seed, threads, listener);
    }

    public FitOptions withSeed(long wanted) {
        return new FitOptions(scaling, wanted, threads, listener);
    }

    public FitOptions withThreads(int count) {
        return new FitOptions(scaling, seed, count, listener);
    }

    public FitOptions withListener(TrainingListener wanted) {
        return new FitOptions(scaling, seed, threads, wanted);
    }
}
