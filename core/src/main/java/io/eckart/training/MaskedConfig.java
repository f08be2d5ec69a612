package io.eckart.training;

import io.eckart.network.NetworkEncoder;
import io.eckart.numerics.Activation;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Masked autoencoders on top of a normal distribution. Each {@code with} method returns a changed copy.
 *
 * @param networks the number of networks, whose answers are averaged; at least 1
 * @param architecture of each network
 * @param codeSize k of each network, at least 1; may exceed the number of features
 * @param hidden the mean part of the observed cells that is hidden in training, above 0 and below 0.6; empty: the part that
 *     is missing, from 0.1 to 0.5
 * @param training how each network is trained
 */
public record MaskedConfig(
        int networks, NetworkEncoder architecture, int codeSize, OptionalDouble hidden, TrainingConfig training) {
    private static final int WIDTH = 256;
    private static final int CODE = 128;

    /** Two networks of 256 units before and after a code of 128. */
    public static final MaskedConfig DEFAULT = new MaskedConfig(
            2,
            NetworkEncoder.mirrored(List.of(WIDTH), Activation.GELU, false),
            CODE,
            OptionalDouble.empty(),
            TrainingConfig.DEFAULT.withWeightDecay(0.01));

    /** @throws IllegalArgumentException if a value is out of its range */
    public MaskedConfig {
        SettingCheck.require(
                networks >= 1 && codeSize >= 1,
                "there must be at least 1 network with a code of at least 1",
                networks + " and " + codeSize);
        hidden.ifPresent(part -> SettingCheck.require(
                part > 0 && part < 0.6, "the part of hidden cells must be above 0 and below 0.6", part));
    }

    public MaskedConfig withNetworks(int count) {
        return new MaskedConfig(count, architecture, codeSize, hidden, training);
    }

    public MaskedConfig withArchitecture(NetworkEncoder layers, int size) {
        return new MaskedConfig(networks, layers, size, hidden, training);
    }

    public MaskedConfig withHidden(double part) {
        return new MaskedConfig(networks, architecture, codeSize, OptionalDouble.of(part), training);
    }

    public MaskedConfig withTraining(TrainingConfig settings) {
        return new MaskedConfig(networks, architecture, codeSize, hidden, settings);
    }
}
