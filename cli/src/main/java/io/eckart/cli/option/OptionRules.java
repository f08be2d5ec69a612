package io.eckart.cli.option;

import io.eckart.cli.UsageException;
import io.eckart.network.Blueprint;
import io.eckart.network.LinearArchitecture;
import io.eckart.network.NetworkEncoder;
import io.eckart.network.SizedNetwork;
import io.eckart.network.UnrolledEncoder;
import io.eckart.network.UntiedEncoder;
import io.eckart.training.AutoencoderConfig;
import io.eckart.training.TrainingConfig;
import io.eckart.training.TrainingConfig.ObjectiveKind;
import io.eckart.training.TrainingConfig.OptimizerKind;
import io.eckart.training.TrainingConfig.Start;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Which options of {@code fit} go together: one that would have no effect is a mistake that the user should hear of. */
@Command // has no options; mixed in to know those that were given
public final class OptionRules {
    private static final String BATCHES = "training on batches, and linear models are trained on second moments where"
            + " these are known: add --objective batches, or leave it out";

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli sets it before the command runs
    private CommandSpec command;

    /** Refuses options that have no effect here. */
    public void refuseUnless(String companion, String... options) {
        refuse(" goes with " + companion + "; leave it out here", options);
    }

    /** Refuses options for a reason, which follows their name. */
    public void refuse(String reason, String... options) {
        for (String option : options) {
            if (isGiven(option)) {
                throw new UsageException(option + reason);
            }
        }
    }

    public boolean isGiven(String option) {
        return command.commandLine().getParseResult().hasMatchedOption(option);
    }

    /** Options that other models have and this one lacks. */
    public void refuseOptionsOfOtherModels(String model) {
        requireKnown(model);
        boolean autoencoder = AutoencoderArguments.MODELS.contains(model);
        if (!model.equals("pca")) {
            refuseUnless("--model pca", "--solver");
            refuseUnless("-k auto", "--energy");
            if (!autoencoder) {
                refuseUnless("--model pca or an autoencoder", "--center");
            }
        }
        if (!model.equals("kmeans")) {
            refuseUnless("--model kmeans", "--restarts");
            if (!model.equals("gaussian")) {
                refuseUnless("--model kmeans or gaussian", "--max-iterations");
            }
        }
        if (!FillArguments.MODELS.contains(model)) {
            refuseUnless("--model neighbours", "--weights");
            refuseUnless("--model masked", "--networks");
        }
        for (String option : AutoencoderArguments.all()) {
            Set<String> owners = AutoencoderArguments.owners(option);
            if (!owners.contains(model)) {
                boolean common = owners.size() == AutoencoderArguments.MODELS.size();
                String models = common ? "network or another autoencoder" : String.join(" or ", owners);
                refuseUnless("--model " + models, option);
            }
        }
        if (model.equals("network")) {
            refuse(": networks remove the mean anyway; leave it out here", "--center");
        }
    }

    /** Options that have no effect with this configuration. */
    public void refuseOptionsWithoutEffect(AutoencoderConfig config) {
        TrainingConfig training = config.training();
        if (training.stopping().heldOut() == 0) {
            refuse(" goes with held-out rows, and --held-out is 0; leave it out here", "--patience");
        }
        if (config.blueprint() instanceof NetworkEncoder network
                && network.hidden().isEmpty()
                && network.decoder().isEmpty()) {
            refuseUnless("hidden layers", "--activation");
        }
        if (training.start() == Start.PCA && !canStartAtPca(config.blueprint())) {
            refuse(" pca: no network with this activation can start there; leave it out, or take relu", "--start");
        }
        if (learnsFromBatches(config)) {
            refuseForBatches(training.optimizer().kind().orElse(OptimizerKind.ADAM));
        } else {
            refuseForMoments(training.optimizer().kind());
        }
    }

    private static boolean canStartAtPca(Blueprint blueprint) {
        return switch (blueprint) {
            case NetworkEncoder network -> network.activation().oddGain() > 0;
            case SizedNetwork network -> network.activation().oddGain() > 0;
            default -> true;
        };
    }

    /** Whether it is known before the data is read that batches are what the model is trained on. */
    private static boolean learnsFromBatches(AutoencoderConfig config) {
        Optional<ObjectiveKind> asked = config.training().objective();
        if (asked.isPresent()) {
            return asked.get() == ObjectiveKind.BATCHES;
        }
        boolean linear = config.blueprint() instanceof LinearArchitecture;
        boolean masks = config.tasks().hides()
                && (config.blueprint() instanceof UnrolledEncoder || config.blueprint() instanceof UntiedEncoder);
        return !linear
                || masks
                || config.training()
                        .optimizer()
                        .kind()
                        .filter(OptionRules::isForBatches)
                        .isPresent();
    }

    private static boolean isForBatches(OptimizerKind kind) {
        return kind == OptimizerKind.ADAM || kind == OptimizerKind.SGD;
    }

    private void refuseForBatches(OptimizerKind optimizer) {
        switch (optimizer) {
            case LBFGS ->
                throw new UsageException(
                        "--optimizer lbfgs works on second moments, and this run is on batches; take adam, sgd or gd");
            case GD -> {
                refuse(" goes with --optimizer adam or sgd: gd takes all rows as one batch; leave it out", "--batch");
                refuse(" goes with --optimizer adam or sgd: the rate of gd is constant; leave it out", "--schedule");
                refuseUnless("--optimizer sgd", "--momentum");
            }
            case ADAM -> refuseUnless("--optimizer sgd", "--momentum");
            case SGD -> {
                // Everything has an effect.
            }
        }
    }

    private void refuseForMoments(Optional<OptimizerKind> optimizer) {
        optimizer.filter(OptionRules::isForBatches).ifPresent(kind -> {
            throw new UsageException(
                    "--optimizer adam and sgd work on batches, not on second moments; take lbfgs or gd,"
                            + " or --objective batches");
        });
        refuse(
                " goes with " + BATCHES,
                "--batch",
                "--schedule",
                "--warm-up",
                "--momentum",
                "--weight-decay",
                "--clip",
                "--start");
        refuse(
                " goes with training on batches; a run on second moments is short, and started again it gives the same"
                        + " bits: leave it out, or add --objective batches",
                "--checkpoint",
                "--resume");
        if (optimizer.filter(kind -> kind == OptimizerKind.GD).isEmpty()) {
            refuse(
                    " goes with --optimizer gd here: L-BFGS finds its own steps; leave it out, or add --objective"
                            + " batches",
                    "--learning-rate");
        }
    }

    private static void requireKnown(String model) {
        boolean known = List.of("pca", "kmeans").contains(model)
                || AutoencoderArguments.MODELS.contains(model)
                || FillArguments.MODELS.contains(model);
        if (!known) {
            throw new UsageException("--model cannot be '" + model + "'; it is pca or kmeans, or an autoencoder: "
                    + String.join(", ", AutoencoderArguments.MODELS) + ", or one that only fills: "
                    + String.join(", ", FillArguments.MODELS));
        }
    }
}
