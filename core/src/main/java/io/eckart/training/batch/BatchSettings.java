package io.eckart.training.batch;

import io.eckart.data.Remedy;
import io.eckart.data.SettingException;
import io.eckart.numerics.product.Reals;
import io.eckart.training.TrainingConfig;
import io.eckart.training.TrainingConfig.OptimizerKind;
import io.eckart.training.optimizer.Adam;
import io.eckart.training.optimizer.MomentumDescent;
import io.eckart.training.optimizer.Optimizer;

/**
 * A {@link TrainingConfig} for batches with everything decided.
 *
 * @param optimizerKind one that works on batches
 * @param epochs the most epochs
 * @param batch rows of a batch
 * @param learningRate the largest one
 * @param patience epochs without progress
 * @param config what else was asked for
 * @param precision of parameters and batches
 */
public record BatchSettings(
        OptimizerKind optimizerKind,
        int epochs,
        int batch,
        double learningRate,
        int patience,
        TrainingConfig config,
        Reals.Precision precision) {
    /** Adam's customary one. */
    private static final double ADAM_RATE = 1e-3;

    /** For objectives whose curvature is near 2, as that of standardised rows is. */
    private static final double DESCENT_RATE = 1e-2;

    /** Enough steps for a small table, few enough epochs for a large one. */
    private static final int STEPS = 6000;

    private static final int LEAST_EPOCHS = 20;
    private static final int MOST_EPOCHS = 500;
    private static final int LEAST_BATCH = 16;
    private static final int MOST_BATCH = 128;
    private static final int BATCHES = 20;

    /** @throws IllegalArgumentException if the optimizer asked for does not work on batches */
    public static BatchSettings of(TrainingConfig config, int rows) {
        OptimizerKind optimizer = config.optimizer().orElse(OptimizerKind.ADAM);
        if (optimizer == OptimizerKind.LBFGS) {
            throw new SettingException(
                    "L-BFGS works on moments, not on batches",
                    Remedy.byHand("take adam, sgd or gd"),
                    Remedy.choose(Remedy.Setting.OBJECTIVE, "moments"));
        }
        int automatic = Math.clamp(Integer.highestOneBit(Math.max(1, rows / BATCHES)), LEAST_BATCH, MOST_BATCH);
        int batch = optimizer == OptimizerKind.GD ? rows : config.batch().orElse(automatic);
        int perEpoch = Math.ceilDiv(rows, batch);
        int epochs = config.epochs().orElse(Math.clamp(Math.ceilDiv(STEPS, perEpoch), LEAST_EPOCHS, MOST_EPOCHS));
        double rate = config.learningRate().orElse(optimizer == OptimizerKind.ADAM ? ADAM_RATE : DESCENT_RATE);
        int patience = config.patience().orElse(Math.max(10, epochs / 4));
        return new BatchSettings(optimizer, epochs, batch, rate, patience, config, Reals.Precision.FLOAT32);
    }

    Optimizer optimizer(int length) {
        return switch (optimizerKind) {
            case ADAM -> new Adam(precision, length, config.weightDecay());
            case SGD -> new MomentumDescent(precision, length, config.momentum(), config.weightDecay());
            case GD -> new MomentumDescent(precision, length, 0, config.weightDecay());
            case LBFGS -> throw new IllegalStateException("L-BFGS does not work on batches");
        };
    }

    LearningRate rate(int rows) {
        long steps = (long) epochs * Math.ceilDiv(rows, Math.min(batch, rows));
        TrainingConfig.Schedule schedule =
                optimizerKind == OptimizerKind.GD ? TrainingConfig.Schedule.CONSTANT : config.schedule();
        return new LearningRate(learningRate, schedule, Math.round(config.warmUp() * steps), steps);
    }

    double clip() {
        return config.clip();
    }
}
