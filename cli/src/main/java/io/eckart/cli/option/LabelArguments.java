package io.eckart.cli.option;

import io.eckart.data.Scaling;
import io.eckart.task.label.LabelMethod;
import io.eckart.task.label.LabelOptions;
import io.eckart.task.label.LabelSettings;
import io.eckart.task.label.LabelTask;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say how rows are labelled. */
@InGroup(OptionGroup.MODEL)
public final class LabelArguments {
    private static final String AUTO = "auto";

    @Option(
            names = "--model",
            paramLabel = "METHOD|auto",
            completionCandidates = ModelNames.OfLabel.class,
            description = {
                "how: auto (default) compares all by cross-validation on the labelled rows. softmax, nearest: on the features,",
                "the other rows unused; pca-softmax, pca-nearest, autoencoder-softmax: on codes of all rows; cluster: majority",
                "label of each cluster, then softmax; spread, spread-cosine: over a graph of nearest neighbours; finetune:",
                "a pre-trained network; controls: constant (commonest class or mean), untrained-softmax, scratch"
            })
    private String method = AUTO;

    @Option(
            names = "--task",
            paramLabel = "classification|regression|auto",
            description = "whether labels are classes or values (default: auto, found out from the labels)")
    private String task = AUTO;

    @Option(
            names = "--scale",
            paramLabel = "none|center|standard|minmax|auto",
            description =
                    "scaling of number columns (default: auto, none if all numbers lie in [-1, 1], else standard)")
    private String scale = AUTO;

    @Option(names = "-k", paramLabel = "N", description = "code size of PCA and autoencoders (default: 32)")
    private int codeSize = LabelSettings.DEFAULT.codeSize();

    @Option(names = "--neighbours", paramLabel = "N", description = "nearest: labelled rows that vote (default: 1)")
    private int neighbours = LabelSettings.DEFAULT.neighbours();

    @Option(
            names = "--clusters",
            paramLabel = "N",
            description = "cluster: how many (default: half as many as labels, at least the classes, at most 200)")
    private @Nullable Integer clusters;

    @Option(names = "--ridge", paramLabel = "R", description = "ridge of softmax and linear regression (default: 1)")
    private double ridge = LabelSettings.DEFAULT.ridge();

    @Option(
            names = "--graph-neighbours",
            paramLabel = "N",
            description = "spread: nearest neighbours of a row in the graph (default: 10)")
    private int graphNeighbours = LabelSettings.DEFAULT.graphNeighbours();

    @InGroup(OptionGroup.MEASURING)
    @Option(
            names = "--budget",
            paramLabel = "SECONDS",
            description = {
                "what would take longer, by a rough count, is not cross-validated, and is left out of auto and --curve",
                "(default: 120)"
            })
    private double budget = LabelOptions.DEFAULT.budget();

    public LabelOptions options() {
        LabelSettings chosen = LabelSettings.DEFAULT
                .withCodeSize(codeSize)
                .withNeighbours(neighbours)
                .withRidge(ridge)
                .withGraph(LabelSettings.DEFAULT.graphCodeSize(), graphNeighbours);
        return new LabelOptions(
                method.equals(AUTO) ? Optional.empty() : Optional.of(LabelMethod.of(method)),
                OptionText.wordOrAuto("--task", task, LabelTask.class),
                OptionText.wordOrAuto("--scale", scale, Scaling.class),
                clusters == null ? chosen : chosen.withClusters(clusters),
                budget,
                LabelOptions.DEFAULT.checked());
    }
}
