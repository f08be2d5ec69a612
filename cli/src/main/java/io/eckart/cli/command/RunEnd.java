package io.eckart.cli.command;

import io.eckart.cli.Interruption;
import io.eckart.cli.Output;
import io.eckart.training.AutoencoderFit;

/** How the run of an autoencoder has ended: what is said of it, and the exit code. */
final class RunEnd {
    private RunEnd() {}

    /** A run that diverged or was stopped has left a usable model, but has not done what was asked for. */
    static int exitCode(AutoencoderFit fit, Interruption interruption, boolean checkpoint, Output out) {
        String kept = fit.training().bestEpoch() == 0
                ? "where it started"
                : "of epoch " + fit.training().bestEpoch();
        return switch (fit.training().stop()) {
            case CONVERGED, BUDGET, PATIENCE, NOTHING_TO_LEARN -> {
                if (interruption.isWanted()) {
                    out.note("interrupted when training had ended: the model is complete");
                }
                yield interruption.isWanted() ? 1 : 0;
            }
            case INTERRUPTED -> {
                String resume = checkpoint ? "; --resume goes on from the last whole epoch" : "";
                out.note("interrupted after " + fit.training().history().size()
                        + " epochs: the model is the best so far, " + kept + resume);
                yield 1;
            }
            case DIVERGED -> {
                out.note("diverged: " + fit.training().message() + "; the model is the last good one, " + kept);
                yield 1;
            }
        };
    }
}
