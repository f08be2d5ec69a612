package io.eckart.cli;

import io.eckart.numerics.Workers;
import picocli.CommandLine.Option;

/** The options every working command has. */
final class RunArguments {
    @Option(names = "--json", description = "print one JSON object on standard output")
    boolean json;

    @Option(names = "--threads", paramLabel = "N", description = "worker threads (default: all processors)")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--force", description = "overwrite existing output files")
    boolean force;

    int threads() {
        if (threads < 1) {
            throw new UsageException("--threads must be at least 1, got " + threads);
        }
        return threads;
    }

    Workers workers() {
        return Workers.of(threads());
    }
}
