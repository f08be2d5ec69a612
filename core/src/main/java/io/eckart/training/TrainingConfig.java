package io.eckart.training;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * How an autoencoder is trained; what is empty is chosen by model and data, and the choice is reported.
 *
 * @param objective on moments or on batches
 * @param optimizer the method
 * @param epochs the most passes over the rows (batches) or iterations (moments), at least 1
 * @param batch rows of a batch, at least 1
 * @param learningRate above 0
 * @param schedule how the learning rate changes over the run
 * @param warmUp the part of the run in which the learning rate rises from 0, in [0, 1)
 * @param momentum of stochastic gradient descent, in [0, 1)
 * @param weightDecay decoupled from the gradient, at least 0
 * @param clip the largest norm a gradient may have, above 0; infinite for none
 * @param start where models that learn from batches start
 * @param heldOut the part of the rows that decides when to stop and what to keep, in [0, 1)
 * @param patience epochs or iterations without a better held-out error before the run stops, at least 1
 */
public record TrainingConfig(
        Optional<ObjectiveKind> objective,
        Optional<OptimizerKind> optimizer,
        OptionalInt epochs,
        OptionalInt batch,
        OptionalDouble learningRate,
        Schedule schedule,
        double warmUp,
        double momentum,
        double weightDecay,
        double clip,
        Start start,
        double heldOut,
        OptionalInt patience) {

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
        /** It stays. */
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
            Optional.empty(),
            Optional.empty(),
            OptionalInt.empty(),
            OptionalInt.empty(),
            OptionalDouble.empty(),
            Schedule.COSINE,
            0,
            0.9,
            0,
            Double.POSITIVE_INFINITY,
            Start.PCA,
            0.1,
            OptionalInt.empty());

    /** @throws IllegalArgumentException if a value is out of its range, with the range */
    public TrainingConfig {
        epochs.ifPresent(count -> require(count >= 1, "epochs must be at least 1", count));
        batch.ifPresent(rows -> require(rows >= 1, "the batch must have at least 1 row", rows));
        learningRate.ifPresent(rate -> require(isPositive(rate), "the learning rate must be above 0 and finite", rate));
        require(warmUp >= 0 && warmUp < 1, "the warm-up must be at least 0 and below 1", warmUp);
        require(momentum >= 0 && momentum < 1, "the momentum must be at least 0 and below 1", momentum);
        require(weightDecay >= 0 && weightDecay < 1, "the weight decay must be at least 0 and below 1", weightDecay);
        require(clip > 0, "the largest gradient must be above 0", clip);
        require(heldOut >= 0 && heldOut < 1, "the held-out part must be at least 0 and below 1", heldOut);
        patience.ifPresent(count -> require(count >= 1, "the patience must be at least 1", count));
    }

    private static boolean isPositive(double value) {
        return value > 0 && value < Double.POSITIVE_INFINITY;
    }

    private static void require(boolean holds, String rule, Object value) {
        if (!holds) {
            throw new IllegalArgumentException(rule + ", got " + value);
        }
    }

    public TrainingConfig on(ObjectiveKind wanted) {
        return with(draft -> draft.objective = Optional.of(wanted));
    }

    public TrainingConfig by(OptimizerKind wanted) {
        return with(draft -> draft.optimizer = Optional.of(wanted));
    }

    public TrainingConfig withEpochs(int count) {
        return with(draft -> draft.epochs = OptionalInt.of(count));
    }

    public TrainingConfig withBatch(int rows) {
        return with(draft -> draft.batch = OptionalInt.of(rows));
    }

    public TrainingConfig withLearningRate(double rate) {
        return with(draft -> draft.learningRate = OptionalDouble.of(rate));
    }

    public TrainingConfig withMomentum(double wanted) {
        return with(draft -> draft.momentum = wanted);
    }

    public TrainingConfig withWeightDecay(double wanted) {
        return with(draft -> draft.weightDecay = wanted);
    }

    public TrainingConfig scheduled(Schedule wanted) {
        return with(draft -> draft.schedule = wanted);
    }

    public TrainingConfig startingAt(Start wanted) {
        return with(draft -> draft.start = wanted);
    }

    public TrainingConfig holdingOut(double part) {
        return with(draft -> draft.heldOut = part);
    }

    private TrainingConfig with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.config();
    }

    /** The same settings, one of which is about to change. */
    private static final class Draft {
        Optional<ObjectiveKind> objective;
        Optional<OptimizerKind> optimizer;
        OptionalInt epochs;
        OptionalInt batch;
        OptionalDouble learningRate;
        Schedule schedule;
        double warmUp;
        double momentum;
        double weightDecay;
        double clip;
        Start start;
        double heldOut;
        OptionalInt patience;

        Draft(TrainingConfig config) {
            objective = config.objective;
            optimizer = config.optimizer;
            epochs = config.epochs;
            batch = config.batch;
            learningRate = config.learningRate;
            schedule = config.schedule;
            warmUp = config.warmUp;
            momentum = config.momentum;
            weightDecay = config.weightDecay;
            clip = config.clip;
            start = config.start;
            heldOut = config.heldOut;
            patience = config.patience;
        }

        TrainingConfig config() {
            return new TrainingConfig(
                    objective,
                    optimizer,
                    epochs,
                    batch,
                    learningRate,
                    schedule,
                    warmUp,
                    momentum,
                    weightDecay,
                    clip,
                    start,
                    heldOut,
                    patience);
        }
    }
}
