package io.eckart.cli.command;

import io.eckart.cli.Output;
import io.eckart.training.AutoencoderFit;
import io.eckart.training.FineTuneFit;
import io.eckart.training.StopReason;
import io.eckart.training.TrainingRun;

/** How a run has ended: what is said of it, and the exit code. */
final class RunEnd {
    private static final String BEST = ": the model is the best so far";
    private static final String LAST = "; the model is the last good one";

    private RunEnd() {}

    static int exitCode(FineTuneFit fit, Output out) {
        return exitCode(fit.stop(), "interrupted" + BEST, "diverged: " + fit.message() + LAST, out);
    }

    /** @param resumption how the run can be resumed, if it can */
    static int exitCode(AutoencoderFit fit, String resumption, Output out) {
        TrainingRun run = fit.training();
        String kept = run.bestEpoch() == 0 ? ", where it started" : ", of epoch " + run.bestEpoch();
        return exitCode(
                run.stop(),
                "interrupted after " + run.history().size() + " epochs" + BEST + kept + resumption,
                "diverged: " + run.message() + LAST + kept,
                out);
    }

    /** The exit code of a fit that was interrupted, and has written the best so far. */
    static int kept(Output out) {
        out.note("interrupted" + BEST);
        return 1;
    }

    /** A run that diverged or was stopped has left a usable model, but has not done what was asked for. */
    private static int exitCode(StopReason stop, String interrupted, String diverged, Output out) {
        return switch (stop) {
            case CONVERGED, BUDGET, PATIENCE, NOTHING_TO_LEARN -> 0;
            case INTERRUPTED -> {
                out.note(interrupted);
                yield 1;
            }
            case DIVERGED -> {
                out.note(diverged);
                yield 1;
            }
        };
    }
}
