package io.eckart.cli.option;

import io.eckart.cli.UsageException;
import io.eckart.numerics.Workers;
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

    public Workers workers() {
        return Workers.of(threads());
    }
}
