package io.eckart.training;

import io.eckart.data.corruption.CorruptionTasks;
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
 * @param hiddenAsZeros whether hidden cells are fed in at the origin and nothing tells them from cells that stand there: what a
 *     mask is compared with
 */
public record AutoencoderConfig(
        Blueprint blueprint,
        int codeSize,
        boolean center,
        boolean bias,
        CorruptionTasks tasks,
        TrainingConfig training,
        boolean hiddenAsZeros) {

    /** @throws IllegalArgumentException if k is below 1 */
    public AutoencoderConfig {
        if (codeSize < 1) {
            throw new IllegalArgumentException("k must be at least 1, got " + codeSize);
        }
    }

    /** Hidden cells are told apart. */
    public AutoencoderConfig(
            Blueprint blueprint,
            int codeSize,
            boolean center,
            boolean bias,
            CorruptionTasks tasks,
            TrainingConfig training) {
        this(blueprint, codeSize, center, bias, tasks, training, false);
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
        return new AutoencoderConfig(blueprint, codeSize, wanted, bias, tasks, training, hiddenAsZeros);
    }

    public AutoencoderConfig withBias(boolean wanted) {
        return new AutoencoderConfig(blueprint, codeSize, center, wanted, tasks, training, hiddenAsZeros);
    }

    public AutoencoderConfig corrupting(CorruptionTasks wanted) {
        return new AutoencoderConfig(blueprint, codeSize, center, bias, wanted, training, hiddenAsZeros);
    }

    public AutoencoderConfig trained(TrainingConfig wanted) {
        return new AutoencoderConfig(blueprint, codeSize, center, bias, tasks, wanted, hiddenAsZeros);
    }

    public AutoencoderConfig hidingAsZeros(boolean wanted) {
        return new AutoencoderConfig(blueprint, codeSize, center, bias, tasks, training, wanted);
    }
}
