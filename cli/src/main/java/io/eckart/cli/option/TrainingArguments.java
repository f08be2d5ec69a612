package io.eckart.cli.option;

import io.eckart.cli.UsageException;
import io.eckart.training.OptimizerConfig;
import io.eckart.training.StoppingConfig;
import io.eckart.training.TrainingConfig;
import io.eckart.training.TrainingConfig.ObjectiveKind;
import io.eckart.training.TrainingConfig.OptimizerKind;
import io.eckart.training.TrainingConfig.Schedule;
import io.eckart.training.TrainingConfig.Start;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say how an autoencoder is trained. */
@InGroup(OptionGroup.TRAINING)
public final class TrainingArguments {
    private static final double HELD_OUT = 0.1;
    private static final double MOMENTUM = 0.9;

    private enum Pretraining {
        NONE,
        STACKED
    }

    @Option(
            names = "--objective",
            paramLabel = "auto|moments|batches",
            description =
                    "what is trained on: second moments (linear models; exact) or batches of rows (default: auto)")
    private String objective = "auto";

    @Option(
            names = "--optimizer",
            paramLabel = "NAME",
            description = "lbfgs or gd on moments, adam, sgd or gd on batches (default: auto: lbfgs, adam)")
    private String optimizer = "auto";

    @Option(names = "--epochs", paramLabel = "N", description = "most passes over the rows, or iterations on moments")
    private @Nullable Integer epochs;

    @Option(
            names = "--batch",
            paramLabel = "N",
            description = "batches: rows of a batch (default: 16 to 128 by the number of rows)")
    private @Nullable Integer batch;

    @Option(
            names = "--learning-rate",
            paramLabel = "X",
            description = "largest learning rate, of gd on moments or on batches (default: 0.001 for adam)")
    private @Nullable Double learningRate;

    @Option(
            names = "--schedule",
            paramLabel = "cosine|constant",
            description = "batches: learning rate after the warm-up (default: cosine, down to 0)")
    private Schedule schedule = Schedule.COSINE;

    @Option(
            names = "--warm-up",
            paramLabel = "PART",
            description = "batches: part of the run in which the rate rises (default: 0)")
    private double warmUp;

    @Option(names = "--momentum", paramLabel = "X", description = "of sgd (default: 0.9)")
    private double momentum = MOMENTUM;

    @Option(names = "--weight-decay", paramLabel = "X", description = "batches: decoupled weight decay (default: 0)")
    private double weightDecay;

    @Option(names = "--clip", paramLabel = "X", description = "batches: largest norm of a gradient (default: none)")
    private double clip = Double.POSITIVE_INFINITY;

    @Option(
            names = "--start",
            paramLabel = "pca|random|stacked",
            description = {
                "on batches: where a model starts (default: pca, where code and layers are wide enough and the activation",
                "allows); stacked: a network, as --pretrain stacked"
            })
    private @Nullable Start start;

    @Option(
            names = "--pretrain",
            paramLabel = "none|stacked",
            description = {
                "network: stacked trains each layer as a separate autoencoder first, which undoes the corruption (--corrupt) of the",
                "clean output of the layer below, then all of them end to end (default: none, end to end at once)"
            })
    private Pretraining pretrain = Pretraining.NONE;

    @Option(
            names = "--held-out",
            paramLabel = "PART",
            description = "part of the rows that decides when to stop and what to keep (default: 0.1; 0 for none)")
    private double heldOut = HELD_OUT;

    @Option(
            names = "--patience",
            paramLabel = "N",
            description =
                    "epochs without a better held-out error before the run stops (default: a quarter of them, at least 10)")
    private @Nullable Integer patience;

    public TrainingConfig config() {
        return new TrainingConfig(
                OptionText.wordOrAuto("--objective", objective, ObjectiveKind.class),
                start(),
                number(batch),
                optimizer(),
                new StoppingConfig(number(epochs), heldOut, number(patience)));
    }

    private OptimizerConfig optimizer() {
        return new OptimizerConfig(
                OptionText.wordOrAuto("--optimizer", optimizer, OptimizerKind.class),
                learningRate == null ? OptionalDouble.empty() : OptionalDouble.of(learningRate),
                schedule,
                warmUp,
                momentum,
                weightDecay,
                clip);
    }

    private Start start() {
        return switch (pretrain) {
            case NONE -> start == null ? Start.PCA : start;
            case STACKED -> stacked();
        };
    }

    private Start stacked() {
        if (start != null && start != Start.STACKED) {
            throw new UsageException("--start " + start.name().toLowerCase(Locale.ROOT)
                    + " goes with --pretrain none: layers trained one by one are the start");
        }
        return Start.STACKED;
    }

    private static OptionalInt number(@Nullable Integer value) {
        return value == null ? OptionalInt.empty() : OptionalInt.of(value);
    }
}
