package io.eckart.cli.command;

import io.eckart.cli.Interruption;
import io.eckart.cli.Output;
import io.eckart.cli.option.ProgressArguments;
import io.eckart.cli.text.Progress;
import io.eckart.task.FitOptions;
import java.util.OptionalLong;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A job that takes a while, shows how far it is and draws random numbers. */
abstract class SeededJob extends ReportedJob {
    @Option(names = "--seed", paramLabel = "N", description = "seed of all randomness (default: 0)")
    long seed;

    @Mixin
    private ProgressArguments progress = new ProgressArguments();

    SeededJob(Output out) {
        super(out);
    }

    @Override
    OptionalLong seed() {
        return OptionalLong.of(seed);
    }

    /**
     * Starts to show how far the job is.
     *
     * @param epochs whether a model is trained in epochs
     */
    Progress progress(boolean epochs) {
        return progress.open(out, run.json(), epochs);
    }

    FitOptions fitOptions(Progress shown) {
        return run.fitOptions(seed, shown);
    }

    /** The exit code of a job that Ctrl-C has cut off before it had anything to keep; any other failure goes on. */
    int cutOff(RuntimeException failure, Interruption interruption, Progress shown, String outcome) {
        if (!interruption.isWanted()) {
            throw failure;
        }
        // The process ends before the failure is printed anywhere else.
        shown.end();
        out.note("interrupted, and " + outcome + ": " + failure.getMessage());
        return 1;
    }
}
