package io.eckart.cli.option;

import io.eckart.data.Table;
import io.eckart.model.NeighbourWeights;
import io.eckart.task.fill.FillMethod;
import io.eckart.training.GaussianConfig;
import io.eckart.training.MaskedConfig;
import io.eckart.training.NeighboursConfig;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The settings of the models that fill, for {@code fill} and {@code fit}. */
@InGroup(OptionGroup.MODEL)
public final class FillArguments {
    /** In the order in which the help names them. */
    public static final List<String> MODELS = List.of("mean", "gaussian", "neighbours", "masked");

    private static final int NEIGHBOURS = 5;

    @Option(
            names = "--weights",
            paramLabel = "uniform|distance",
            description = "neighbours: how much each counts (default: uniform)")
    private NeighbourWeights weights = NeighbourWeights.UNIFORM;

    @Option(
            names = "--networks",
            paramLabel = "N",
            description = "masked: how many networks, whose answers are averaged (default: 2)")
    private @Nullable Integer networks;

    /**
     * The way to fill of this name.
     *
     * @param k auto, or a number of neighbours or components
     * @param iterations most iterations of the normal distribution's fit; null for the default
     */
    public FillMethod method(String model, String k, @Nullable Integer iterations, OptionRules rules) {
        if (!model.equals("neighbours")) {
            rules.refuseUnless("--model neighbours", "--weights");
        }
        if (!model.equals("masked")) {
            rules.refuseUnless("--model masked", "--networks");
        }
        if (!model.equals("neighbours") && !model.equals("pca")) {
            rules.refuseUnless("--model neighbours or pca", "-k");
        }
        return switch (model) {
            case "mean" -> new FillMethod.Means();
            case "gaussian" ->
                new FillMethod.Normal(
                        iterations == null
                                ? GaussianConfig.DEFAULT
                                : GaussianConfig.DEFAULT.withMaxIterations(iterations));
            case "neighbours" -> new FillMethod.Neighbours(new NeighboursConfig(number(k, NEIGHBOURS), weights));
            case "masked" ->
                new FillMethod.Masked(
                        networks == null ? MaskedConfig.DEFAULT : MaskedConfig.DEFAULT.withNetworks(networks));
            default -> throw new IllegalStateException("not a way to fill: " + model);
        };
    }

    /** Principal components: by default half as many as there are columns. */
    public static FillMethod principal(String k, Table table) {
        return new FillMethod.Principal(number(k, Math.ceilDiv(table.width(), 2)));
    }

    /** Unrolled gradient descent with a code that is by default half as large as there are columns. */
    public static FillMethod unrolled(String k, Table table) {
        return new FillMethod.Unrolled(number(k, Math.ceilDiv(table.width(), 2)));
    }

    private static int number(String k, int automatic) {
        return OptionText.wholeOrAuto("-k", k).orElse(automatic);
    }
}
