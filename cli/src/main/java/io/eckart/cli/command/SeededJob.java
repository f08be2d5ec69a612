package io.eckart.cli.command;

import io.eckart.cli.Interruption;
import io.eckart.cli.Output;
import io.eckart.cli.UsageException;
import io.eckart.cli.option.InGroup;
import io.eckart.cli.option.OptionGroup;
import io.eckart.cli.text.Progress;
import io.eckart.cli.text.ProgressBars;
import io.eckart.cli.text.ProgressLines;
import io.eckart.task.FitOptions;
import java.util.OptionalLong;
import java.util.function.Function;
import picocli.CommandLine.Option;

/** A job that takes a while, shows how far it is and draws random numbers. */
@InGroup(OptionGroup.RUN)
abstract class SeededJob extends ReportedJob {
    private enum Style {
        AUTO,
        BAR,
        JSON,
        NONE
    }

    @Option(names = "--seed", paramLabel = "N", description = "seed of all randomness (default: 0)")
    long seed;

    @Option(
            names = "--progress",
            paramLabel = "auto|bar|json|none",
            description = {
                "how far the run is, on standard error: auto (default) is a bar at a terminal, unless --json is given;",
                "json is one object for each epoch of an autoencoder"
            })
    private Style style = Style.AUTO;

    SeededJob(Output out) {
        super(out);
    }

    @Override
    OptionalLong seed() {
        return OptionalLong.of(seed);
    }

    /**
     * Does the long part of the job, and shows how far it is until that has ended.
     *
     * @param epochs whether a model is trained in epochs
     */
    <T> T showing(boolean epochs, Function<FitOptions, T> work) {
        try (Progress progress = progress(epochs)) {
            return work.apply(
                    FitOptions.DEFAULT.withSeed(seed).withThreads(threads()).withListener(progress));
        }
    }

    private Progress progress(boolean epochs) {
        return switch (style) {
            case AUTO -> Progress.automatic(json);
            case BAR -> new ProgressBars();
            case NONE -> Progress.none();
            case JSON -> {
                if (!epochs) {
                    throw new UsageException("--progress json goes with autoencoders, which are trained in epochs;"
                            + " leave it out here");
                }
                yield new ProgressLines(out);
            }
        };
    }

    /** The exit code of a job that Ctrl-C has cut off before it had anything to keep; any other failure goes on. */
    int cutOff(RuntimeException failure, Interruption interruption, String outcome) {
        if (!interruption.isWanted()) {
            throw failure;
        }
        // The process ends before the failure is printed anywhere else.
        out.note("interrupted, and " + outcome + ": " + failure.getMessage());
        return 1;
    }
}
