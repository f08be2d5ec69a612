package io.eckart.training;

import io.eckart.data.corruption.CorruptionTasks;
import io.eckart.network.Blueprint;
import io.eckart.network.NetworkEncoder;
import io.eckart.network.SizedNetwork;
import io.eckart.numerics.Activation;

/**
 * Which autoencoder is fitted, and how. Each {@code with} method returns a changed copy:
 *
 * <pre>{@code
 * AutoencoderConfig.network(8).withTasks(CorruptionTasks.parse("gaussian:0.3"))
 * }</pre>
 *
 * @param blueprint how the autoencoder is built
 * @param codeSize k, at least 1; may exceed the number of features
 * @param center whether the mean is the origin: it is subtracted from every row, and hidden cells are fed in at it; networks
 *     always do so
 * @param bias whether a linear decoder adds a learnt vector; networks always have biases
 * @param tasks what is done to the rows that the encoder sees; the target is always the clean row
 * @param training how it is trained
 * @param hiddenAsZeros whether hidden cells are fed in at the origin without an indicator that marks them; a control to compare
 *     masks with
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
        SettingCheck.require(codeSize >= 1, "k must be at least 1", codeSize);
    }

    /** An autoencoder for clean rows, the mean not removed, with the default training. */
    public static AutoencoderConfig of(Blueprint blueprint, int codeSize) {
        return new AutoencoderConfig(
                blueprint, codeSize, false, false, CorruptionTasks.NONE, TrainingConfig.DEFAULT, false);
    }

    /** A general network with rectifiers whose width depends on the data. */
    public static AutoencoderConfig network(int codeSize) {
        return of(new SizedNetwork(Activation.RELU, false), codeSize);
    }

    /** Whether the model is the same for rows minus an offset: the mean is the origin. */
    public boolean removesMean() {
        return center || blueprint instanceof SizedNetwork || blueprint instanceof NetworkEncoder;
    }

    public AutoencoderConfig withCenter(boolean atMean) {
        return new AutoencoderConfig(blueprint, codeSize, atMean, bias, tasks, training, hiddenAsZeros);
    }

    public AutoencoderConfig withBias(boolean learnt) {
        return new AutoencoderConfig(blueprint, codeSize, center, learnt, tasks, training, hiddenAsZeros);
    }

    public AutoencoderConfig withTasks(CorruptionTasks corruptions) {
        return new AutoencoderConfig(blueprint, codeSize, center, bias, corruptions, training, hiddenAsZeros);
    }

    public AutoencoderConfig withTraining(TrainingConfig settings) {
        return new AutoencoderConfig(blueprint, codeSize, center, bias, tasks, settings, hiddenAsZeros);
    }

    public AutoencoderConfig withHiddenAsZeros(boolean unmarked) {
        return new AutoencoderConfig(blueprint, codeSize, center, bias, tasks, training, unmarked);
    }
}
