package io.eckart.training;

import static io.eckart.training.SettingCheck.isPart;
import static io.eckart.training.SettingCheck.isPositive;
import static io.eckart.training.SettingCheck.require;

import io.eckart.training.TrainingConfig.OptimizerKind;
import io.eckart.training.TrainingConfig.Schedule;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How parameters follow the gradient. An empty value is chosen by model and data.
 *
 * @param kind the method; empty: L-BFGS on moments, Adam on batches
 * @param learningRate the largest learning rate, above 0
 * @param schedule how the learning rate changes after the warm-up; on batches
 * @param warmUp the part of the run in which the learning rate rises from 0, in [0, 1); on batches
 * @param momentum of stochastic gradient descent, in [0, 1)
 * @param weightDecay decoupled from the gradient, in [0, 1); on batches
 * @param clip the largest norm of a gradient, above 0; infinite for none; on batches
 */
public record OptimizerConfig(
        Optional<OptimizerKind> kind,
        OptionalDouble learningRate,
        Schedule schedule,
        double warmUp,
        double momentum,
        double weightDecay,
        double clip) {
    /** Method and learning rate chosen by model and data, a cosine schedule, a momentum of 0.9. */
    public static final OptimizerConfig DEFAULT = new OptimizerConfig(
            Optional.empty(), OptionalDouble.empty(), Schedule.COSINE, 0, 0.9, 0, Double.POSITIVE_INFINITY);

    /** @throws IllegalArgumentException if a value is out of its range; the message says the range */
    public OptimizerConfig {
        learningRate.ifPresent(rate -> require(isPositive(rate), "the learning rate must be above 0 and finite", rate));
        require(isPart(warmUp), "the warm-up must be at least 0 and below 1", warmUp);
        require(isPart(momentum), "the momentum must be at least 0 and below 1", momentum);
        require(isPart(weightDecay), "the weight decay must be at least 0 and below 1", weightDecay);
        require(clip > 0, "the largest gradient must be above 0", clip);
    }

    public OptimizerConfig withKind(OptimizerKind method) {
        return new OptimizerConfig(Optional.of(method), learningRate, schedule, warmUp, momentum, weightDecay, clip);
    }

    public OptimizerConfig withLearningRate(double rate) {
        return new OptimizerConfig(kind, OptionalDouble.of(rate), schedule, warmUp, momentum, weightDecay, clip);
    }

    public OptimizerConfig withSchedule(Schedule change) {
        return new OptimizerConfig(kind, learningRate, change, warmUp, momentum, weightDecay, clip);
    }

    public OptimizerConfig withWarmUp(double part) {
        return new OptimizerConfig(kind, learningRate, schedule, part, momentum, weightDecay, clip);
    }

    public OptimizerConfig withMomentum(double factor) {
        return new OptimizerConfig(kind, learningRate, schedule, warmUp, factor, weightDecay, clip);
    }

    public OptimizerConfig withWeightDecay(double decay) {
        return new OptimizerConfig(kind, learningRate, schedule, warmUp, momentum, decay, clip);
    }

    public OptimizerConfig withClip(double norm) {
        return new OptimizerConfig(kind, learningRate, schedule, warmUp, momentum, weightDecay, norm);
    }
}
