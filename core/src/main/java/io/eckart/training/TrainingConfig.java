package io.eckart.training;

import static io.eckart.training.SettingCheck.require;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * How an autoencoder is trained. An empty value is chosen by model and data, and the choice is reported. Start from
 * {@link #DEFAULT} and change what differs; each {@code with} method returns a changed copy:
 *
 * <pre>{@code
 * TrainingConfig.DEFAULT.withEpochs(50).withLearningRate(3e-3).withHeldOut(0.2)
 * }</pre>
 *
 * @param objective on moments or on batches
 * @param start where models that learn from batches start
 * @param batch the number of rows in a batch, at least 1
 * @param optimizer how parameters follow the gradient
 * @param stopping when the run ends
 */
public record TrainingConfig(
        Optional<ObjectiveKind> objective,
        Start start,
        OptionalInt batch,
        OptimizerConfig optimizer,
        StoppingConfig stopping) {

    /** What an objective is computed on. */
    public enum ObjectiveKind {
        /** Second moments: linear models, exact expectation over noise and masks, float64, one pass over any number of rows. */
        MOMENTS,
        /** Batches of rows in memory: every model, float32. */
        BATCHES
    }

    /** The method that follows the gradient. */
    public enum OptimizerKind {
        /** Limited-memory BFGS with the preconditioner of the parameterization; on moments. */
        LBFGS,
        /** Plain gradient descent with a fixed learning rate: on moments, or with all rows as one batch. */
        GD,
        /** Adam (Kingma and Ba 2015) with decoupled weight decay; on batches. */
        ADAM,
        /** Stochastic gradient descent with momentum; on batches. */
        SGD
    }

    /** How the learning rate changes after the warm-up. */
    public enum Schedule {
        /** It stays the same. */
        CONSTANT,
        /** It falls to 0 along half a cosine (Loshchilov and Hutter 2017). */
        COSINE
    }

    /** Where a model that learns from batches starts. */
    public enum Start {
        /** At PCA of the same code size, where the architecture can express it; at random where it cannot. */
        PCA,
        /** At random. */
        RANDOM,
        /** A network at its layers, each pre-trained as a denoising autoencoder of the layer below (Vincent et al. 2010). */
        STACKED
    }

    /** Everything chosen by model and data, a tenth of the rows held out. */
    public static final TrainingConfig DEFAULT = new TrainingConfig(
            Optional.empty(), Start.PCA, OptionalInt.empty(), OptimizerConfig.DEFAULT, StoppingConfig.DEFAULT);

    /** @throws IllegalArgumentException if the batch has no row */
    public TrainingConfig {
        batch.ifPresent(rows -> require(rows >= 1, "the batch must have at least 1 row", rows));
    }

    public TrainingConfig withObjective(ObjectiveKind kind) {
        return new TrainingConfig(Optional.of(kind), start, batch, optimizer, stopping);
    }

    public TrainingConfig withStart(Start place) {
        return new TrainingConfig(objective, place, batch, optimizer, stopping);
    }

    public TrainingConfig withBatch(int rows) {
        return new TrainingConfig(objective, start, OptionalInt.of(rows), optimizer, stopping);
    }

    public TrainingConfig withOptimizer(OptimizerConfig settings) {
        return new TrainingConfig(objective, start, batch, settings, stopping);
    }

    public TrainingConfig withStopping(StoppingConfig settings) {
        return new TrainingConfig(objective, start, batch, optimizer, settings);
    }

    public TrainingConfig withOptimizer(OptimizerKind kind) {
        return withOptimizer(optimizer.withKind(kind));
    }

    public TrainingConfig withLearningRate(double rate) {
        return withOptimizer(optimizer.withLearningRate(rate));
    }

    public TrainingConfig withSchedule(Schedule schedule) {
        return withOptimizer(optimizer.withSchedule(schedule));
    }

    public TrainingConfig withWeightDecay(double decay) {
        return withOptimizer(optimizer.withWeightDecay(decay));
    }

    public TrainingConfig withEpochs(int count) {
        return withStopping(stopping.withEpochs(count));
    }

    public TrainingConfig withHeldOut(double part) {
        return withStopping(stopping.withHeldOut(part));
    }
}
