package io.eckart.cli.command;

import io.eckart.cli.Output;
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
                "json is one object for each step of a job, each epoch and each iteration"
            })
    private Style style = Style.AUTO;

    SeededJob(Output out) {
        super(out);
    }

    @Override
    OptionalLong seed() {
        return OptionalLong.of(seed);
    }

    /** Does the long part of the job, and shows how far it is until that has ended. */
    <T> T showing(Function<FitOptions, T> work) {
        try (Progress progress = progress()) {
            return work.apply(FitOptions.DEFAULT
                    .withSeed(seed)
                    .withThreads(threads())
                    .withListener(progress)
                    .withStop(interruption));
        }
    }

    private Progress progress() {
        return switch (style) {
            case AUTO -> Progress.automatic(json);
            case BAR -> new ProgressBars();
            case NONE -> Progress.none();
            case JSON -> new ProgressLines(out);
        };
    }
}
