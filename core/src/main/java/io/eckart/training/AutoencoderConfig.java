package io.eckart.training;

import io.eckart.data.CorruptionTasks;
import io.eckart.network.Blueprint;
import io.eckart.network.SizedNetwork;
import io.eckart.numerics.Activation;

/**
 * Which autoencoder is to be fitted, to what.
 *
 * @param blueprint how it is built
 * @param codeSize k, at least 1; may exceed the number of features
 * @param center whether the mean is the origin: subtracted from every row, and what a hidden cell stands at; networks always
 *     have it so
 * @param bias whether a linear decoder adds a learnt vector; networks have biases anyway
 * @param tasks what is done to the rows that the encoder sees; the target is always the clean row
 * @param training how it is trained
 */
public record AutoencoderConfig(
        Blueprint blueprint,
        int codeSize,
        boolean center,
        boolean bias,
        CorruptionTasks tasks,
        TrainingConfig training) {

    /** @throws IllegalArgumentException if k is below 1 */
    public AutoencoderConfig {
        if (codeSize < 1) {
            throw new IllegalArgumentException("k must be at least 1, got " + codeSize);
        }
    }

    /** An autoencoder of this kind for clean rows, the mean not removed, trained as suits it. */
    public static AutoencoderConfig of(Blueprint blueprint, int codeSize) {
        return new AutoencoderConfig(blueprint, codeSize, false, false, CorruptionTasks.NONE, TrainingConfig.DEFAULT);
    }

    /** A general network as wide as the data asks for, with rectifiers. */
    public static AutoencoderConfig network(int codeSize) {
        return of(new SizedNetwork(Activation.RELU, false), codeSize);
    }

    public AutoencoderConfig centered(boolean wanted) {
        return new AutoencoderConfig(blueprint, codeSize, wanted, bias, tasks, training);
    }

    public AutoencoderConfig withBias(boolean wanted) {
        return new AutoencoderConfig(blueprint, codeSize, center, wanted, tasks, training);
    }

    public AutoencoderConfig corrupting(CorruptionTasks wanted) {
        return new AutoencoderConfig(blueprint, codeSize, center, bias, wanted, training);
    }

    public AutoencoderConfig trained(TrainingConfig wanted) {
        return new AutoencoderConfig(blueprint, codeSize, center, bias, tasks, wanted);
    }
}
