package io.eckart.task;

import io.eckart.data.Scaling;
import io.eckart.training.RunOptions;
import io.eckart.training.RunOptions.CheckpointFolder;
import io.eckart.training.TrainingListener;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Options that every fit needs in addition to the configuration of its model.
 *
 * <pre>{@code
 * FitOptions options = FitOptions.DEFAULT.withScaling(Scaling.STANDARD).withSeed(1);
 * }</pre>
 *
 * @param scaling scaling of number columns
 * @param seed seed of all random streams
 * @param threads worker threads, at least 1; results do not depend on their number
 * @param listener receives the events of the run
 * @param stop polled between epochs; once true, a run ends with its best state so far
 * @param checkpoint where runs in epochs save their state, so that an interrupted one can continue
 */
public record FitOptions(
        Scaling scaling,
        long seed,
        int threads,
        TrainingListener listener,
        BooleanSupplier stop,
        Optional<CheckpointFolder> checkpoint) {

    /** No scaling, seed 0, every processor, silent. */
    public static final FitOptions DEFAULT = new FitOptions(
            Scaling.NONE,
            0,
            Runtime.getRuntime().availableProcessors(),
            TrainingListener.SILENT,
            () -> false,
            Optional.empty());

    /** @throws IllegalArgumentException if {@code threads} is below 1 */
    public FitOptions {
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be at least 1, got " + threads);
        }
    }

    public FitOptions withScaling(Scaling value) {
        return new FitOptions(value, seed, threads, listener, stop, checkpoint);
    }

    public FitOptions withSeed(long value) {
        return new FitOptions(scaling, value, threads, listener, stop, checkpoint);
    }

    public FitOptions withThreads(int count) {
        return new FitOptions(scaling, seed, count, listener, stop, checkpoint);
    }

    public FitOptions withListener(TrainingListener value) {
        return new FitOptions(scaling, seed, threads, value, stop, checkpoint);
    }

    public FitOptions withStop(BooleanSupplier value) {
        return new FitOptions(scaling, seed, threads, listener, value, checkpoint);
    }

    public FitOptions withCheckpoint(CheckpointFolder folder) {
        return new FitOptions(scaling, seed, threads, listener, stop, Optional.of(folder));
    }

    public RunOptions run() {
        return new RunOptions(threads, listener, stop, checkpoint);
    }
}
