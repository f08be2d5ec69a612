package io.eckart.cli.option;

import io.eckart.cli.UsageException;
import io.eckart.data.format.OutputFile;
import io.eckart.numerics.Workers;
import io.eckart.task.FitOptions;
import io.eckart.training.TrainingListener;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options every working command has. */
public final class RunArguments {
    @Option(names = "--json", description = "print one JSON object on standard output")
    private boolean json;

    @Option(names = "--threads", paramLabel = "N", description = "worker threads (default: all processors)")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--force", description = "overwrite existing output files")
    private boolean force;

    public boolean json() {
        return json;
    }

    public boolean force() {
        return force;
    }

    public int threads() {
        if (threads < 1) {
            throw new UsageException("--threads must be at least 1, got " + threads);
        }
        return threads;
    }

    /** Fails before the work is done rather than after it, if this file cannot be written. */
    public void requireWritable(@Nullable Path file) {
        if (file != null) {
            OutputFile.requireWritable(file, force);
        }
    }

    /** The options of a fit that reports its progress. */
    public FitOptions fitOptions(long seed, TrainingListener listener) {
        return FitOptions.DEFAULT.withSeed(seed).withThreads(threads()).withListener(listener);
    }

    public Workers workers() {
        return Workers.of(threads());
    }
}
