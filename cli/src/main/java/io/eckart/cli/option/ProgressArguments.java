package io.eckart.cli.option;

import io.eckart.cli.Output;
import io.eckart.cli.UsageException;
import io.eckart.cli.text.Progress;
import io.eckart.cli.text.ProgressBars;
import io.eckart.cli.text.ProgressLines;
import picocli.CommandLine.Option;

/** The option that says how a run shows how far it is. */
public final class ProgressArguments {
    private enum Style {
        AUTO,
        BAR,
        JSON,
        NONE
    }

    @Option(
            names = "--progress",
            paramLabel = "auto|bar|json|none",
            description = {
                "how far the run is, on standard error: auto (default) is a bar at a terminal, unless --json is given;",
                "json is one object for each epoch of an autoencoder"
            })
    private Style style = Style.AUTO;

    /**
     * Starts to show.
     *
     * @param epochs whether the model is trained in epochs
     */
    public Progress open(Output out, boolean json, boolean epochs) {
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
}
