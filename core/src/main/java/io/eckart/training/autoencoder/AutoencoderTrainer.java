package io.eckart.training.autoencoder;

import io.eckart.data.DataException;
import io.eckart.data.FeatureSource;
import io.eckart.data.Remedy;
import io.eckart.data.SettingException;
import io.eckart.network.Architecture;
import io.eckart.network.LinearArchitecture;
import io.eckart.numerics.RandomStreams;
import io.eckart.numerics.Workers;
import io.eckart.training.AutoencoderConfig;
import io.eckart.training.AutoencoderFit;
import io.eckart.training.HeldOut;
import io.eckart.training.RunOptions;
import io.eckart.training.TrainingConfig.ObjectiveKind;
import io.eckart.training.moments.MomentsFit;
import io.eckart.training.moments.TrainingSetting;
import java.util.Optional;

/**
 * Fits autoencoders of any architecture (notes 15.3 to 15.5). Linear ones learn from second moments where these determine
 * the objective; all others learn from batches of rows. The same seed gives the same bits for any number of threads.
 *
 * @param config what to fit, and how
 * @param random gives all random numbers of a fit by name
 * @param options threads, events, stopping and checkpoints
 */
public record AutoencoderTrainer(AutoencoderConfig config, RandomStreams random, RunOptions options) {
    private static final int MOST_MOMENT_FEATURES = 4096;

    /**
     * Fits the model.
     *
     * @throws DataException if the data cannot be read, has no rows, or does not suit the objective that was asked for
     * @throws IllegalArgumentException if settings do not go together
     */
    public AutoencoderFit fit(FeatureSource source) {
        long rows = source.countRows();
        if (rows == 0) {
            throw new DataException("there are no rows to fit on");
        }
        Architecture architecture = config.blueprint().of(source.width(), config.codeSize());
        HeldOut held = HeldOut.of(rows, config.training().stopping().heldOut(), random.stream("held-out rows"));
        try (Workers workers = Workers.of(options.threads())) {
            TrainingSetting setting =
                    new TrainingSetting(config, architecture, source, rows, held, random, options, workers);
            ObjectiveKind kind =
                    config.training().objective().orElseGet(() -> objectiveFor(architecture, source.width()));
            if (kind == ObjectiveKind.MOMENTS) {
                Optional<AutoencoderFit> fitted =
                        MomentsFit.of(setting, linear(architecture), reason(architecture, kind));
                if (fitted.isPresent()) {
                    return fitted.get();
                }
                if (config.training().objective().isPresent()) {
                    throw new DataException(
                            "cells are missing, so second moments are not known",
                            Remedy.choose(Remedy.Setting.OBJECTIVE, "batches"),
                            Remedy.byHand("leave the choice open"));
                }
                return BatchFit.of(setting, "cells are missing");
            }
            requireMasks(architecture);
            return BatchFit.of(setting, reason(architecture, kind));
        }
    }

    private void requireMasks(Architecture architecture) {
        if (config.hiddenAsZeros() && config.tasks().hides() && leavesOut(architecture)) {
            throw new IllegalArgumentException("on batches, this encoder (" + architecture.kind()
                    + ") leaves hidden cells out; zeros can be fed to it on moments");
        }
    }

    private static LinearArchitecture linear(Architecture architecture) {
        if (architecture instanceof LinearArchitecture linear) {
            return linear;
        }
        throw new SettingException(
                "moments determine the error of linear models only, and a " + architecture.kind() + " is not one",
                Remedy.choose(Remedy.Setting.OBJECTIVE, "batches"));
    }

    private ObjectiveKind objectiveFor(Architecture architecture, int features) {
        boolean linear = architecture instanceof LinearArchitecture;
        return linear && features <= MOST_MOMENT_FEATURES && !wantsMasks(architecture) && !usesBatchMethod()
                ? ObjectiveKind.MOMENTS
                : ObjectiveKind.BATCHES;
    }

    /** Encoders that leave hidden cells out learn more from masks than moments with zeros fed in can tell. */
    private boolean wantsMasks(Architecture architecture) {
        return config.tasks().hides() && !config.hiddenAsZeros() && leavesOut(architecture);
    }

    private static boolean leavesOut(Architecture architecture) {
        return !architecture.readsIndicator();
    }

    private boolean usesBatchMethod() {
        return config.training()
                .optimizer()
                .kind()
                .map(kind -> switch (kind) {
                    case ADAM, SGD -> true;
                    case LBFGS, GD -> false;
                })
                .orElse(false);
    }

    private String reason(Architecture architecture, ObjectiveKind kind) {
        if (config.training().objective().isPresent()) {
            return "asked for";
        }
        if (kind == ObjectiveKind.MOMENTS) {
            return "a linear model sees its data through second moments only: one pass over the rows";
        }
        if (!(architecture instanceof LinearArchitecture)) {
            return "the model is not linear";
        }
        if (usesBatchMethod()) {
            return "the optimizer asked for works on batches";
        }
        return wantsMasks(architecture)
                ? "this encoder leaves hidden cells out of its residual"
                : "more than " + MOST_MOMENT_FEATURES + " features";
    }
}
