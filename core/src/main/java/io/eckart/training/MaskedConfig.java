package io.eckart.training;

import io.eckart.network.NetworkEncoder;
import io.eckart.numerics.Activation;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Masked autoencoders on top of a normal distribution.
 *
 * @param networks how many, whose answers are averaged; at least 1
 * @param architecture of each
 * @param codeSize k of each, at least 1; may exceed the number of features
 * @param hidden the mean part of the observed cells that is hidden in training, above 0 and below 0.6; empty: the part that
 *     is missing, at least 0.1
 * @param training how each is trained
 */
public record MaskedConfig(
        int networks, NetworkEncoder architecture, int codeSize, OptionalDouble hidden, TrainingConfig training) {
    private static final int WIDTH = 256;
    private static final int CODE = 128;

    /** Two networks of 256 units on either side of a code of 128. */
    public static final MaskedConfig DEFAULT = new MaskedConfig(
            2,
            NetworkEncoder.mirrored(List.of(WIDTH), Activation.GELU, false),
            CODE,
            OptionalDouble.empty(),
            TrainingConfig.DEFAULT.withWeightDecay(0.01));

    /** @throws IllegalArgumentException if a value is out of its range */
    public MaskedConfig {
        if (networks < 1 || codeSize < 1) {
            throw new IllegalArgumentException(
                    "there must be at least 1 network with a code of at least 1, got " + networks + " and " + codeSize);
        }
        if (hidden.isPresent() && !(hidden.getAsDouble() > 0 && hidden.getAsDouble() < 0.6)) {
            throw new IllegalArgumentException(
                    "the part of hidden cells must be above 0 and below 0.6, got " + hidden.getAsDouble());
        }
    }

    public MaskedConfig withNetworks(int count) {
        return new MaskedConfig(count, architecture, codeSize, hidden, training);
    }

    public MaskedConfig trained(TrainingConfig wanted) {
        return new MaskedConfig(networks, architecture, codeSize, hidden, wanted);
    }

    public MaskedConfig of(NetworkEncoder wanted, int size) {
        return new MaskedConfig(networks, wanted, size, hidden, training);
    }

    public MaskedConfig hiding(double part) {
        return new MaskedConfig(networks, architecture, codeSize, OptionalDouble.of(part), training);
    }
}
