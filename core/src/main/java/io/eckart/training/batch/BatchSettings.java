package io.eckart.training.batch;

import io.eckart.data.Remedy;
import io.eckart.data.SettingException;
import io.eckart.numerics.product.Reals.Precision;
import io.eckart.training.OptimizerConfig;
import io.eckart.training.TrainingConfig;
import io.eckart.training.TrainingConfig.OptimizerKind;
import io.eckart.training.TrainingConfig.Schedule;
import io.eckart.training.optimizer.Adam;
import io.eckart.training.optimizer.MomentumDescent;
import io.eckart.training.optimizer.Optimizer;

/**
 * A {@link TrainingConfig} for batches with everything decided.
 *
 * @param optimizer with a kind that works on batches and a learning rate
 * @param epochs the largest number of epochs
 * @param batch the number of rows in a batch
 * @param patience epochs without progress before the run stops
 */
public record BatchSettings(OptimizerConfig optimizer, int epochs, int batch, int patience) {
    /** Adam's usual one. */
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

    /**
     * The settings of a configuration for a number of rows, with everything decided.
     *
     * @throws IllegalArgumentException if the optimizer asked for does not work on batches
     */
    public static BatchSettings of(TrainingConfig config, int rows) {
        OptimizerKind kind = config.optimizer().kind().orElse(OptimizerKind.ADAM);
        if (kind == OptimizerKind.LBFGS) {
            throw new SettingException(
                    "L-BFGS works on moments, not on batches",
                    Remedy.byHand("take adam, sgd or gd"),
                    Remedy.choose(Remedy.Setting.OBJECTIVE, "moments"));
        }
        int automatic = Math.clamp(Integer.highestOneBit(Math.max(1, rows / BATCHES)), LEAST_BATCH, MOST_BATCH);
        int batch = kind == OptimizerKind.GD ? rows : config.batch().orElse(automatic);
        int perEpoch = Math.ceilDiv(rows, batch);
        int epochs =
                config.stopping().epochs().orElse(Math.clamp(Math.ceilDiv(STEPS, perEpoch), LEAST_EPOCHS, MOST_EPOCHS));
        double rate = config.optimizer().learningRate().orElse(kind == OptimizerKind.ADAM ? ADAM_RATE : DESCENT_RATE);
        int patience = config.stopping().patience().orElse(Math.max(10, epochs / 4));
        return new BatchSettings(config.optimizer().withKind(kind).withLearningRate(rate), epochs, batch, patience);
    }

    public OptimizerKind kind() {
        return optimizer.kind().orElseThrow();
    }

    /** The largest learning rate. */
    public double learningRate() {
        return optimizer.learningRate().orElseThrow();
    }

    Optimizer optimizer(Precision precision, int length) {
        return switch (kind()) {
            case ADAM -> new Adam(precision, length, optimizer.weightDecay());
            case SGD -> new MomentumDescent(precision, length, optimizer.momentum(), optimizer.weightDecay());
            case GD -> new MomentumDescent(precision, length, 0, optimizer.weightDecay());
            case LBFGS -> throw new IllegalStateException("L-BFGS does not work on batches");
        };
    }

    LearningRate rate(int rows) {
        long steps = (long) epochs * Math.ceilDiv(rows, Math.min(batch, rows));
        Schedule schedule = kind() == OptimizerKind.GD ? Schedule.CONSTANT : optimizer.schedule();
        return new LearningRate(learningRate(), schedule, Math.round(optimizer.warmUp() * steps), steps);
    }
}
