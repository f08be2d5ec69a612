package io.eckart.task.label;

import io.eckart.data.corruption.Corruption;
import io.eckart.data.corruption.CorruptionTasks;
import io.eckart.network.NetworkEncoder;
import io.eckart.numerics.Activation;
import io.eckart.training.AutoencoderConfig;
import io.eckart.training.FineTuneConfig;
import java.util.List;

/**
 * The network that is pre-trained on all rows and fine-tuned on the labelled ones: two hidden layers, pre-trained to reconstruct
 * rows from seven tenths of their cells (Vincent et al. 2010). In fine-tuning each labelled row has two unlabelled companions, for which
 * the network learns to give the same output with and without noise; on digits this makes most of the gain over the same network from
 * scratch.
 */
final class PretrainedNetwork {
    private static final int CODE = 64;

    /** Noise of half a unit of the scaled features. */
    static final FineTuneConfig TUNING = FineTuneConfig.DEFAULT
            .withLearningRate(1e-3)
            .withTasks(CorruptionTasks.of(Corruption.gaussian(0.5)))
            .withCompanions(2);

    /** The control from a random start: the same noise, so that only the unlabelled rows differ. */
    static final FineTuneConfig CONTROL = TUNING.fromScratch().withCompanions(0);

    private PretrainedNetwork() {}

    /** How the network for d features is pre-trained. */
    static AutoencoderConfig pretraining(int features) {
        NetworkEncoder network =
                NetworkEncoder.mirrored(List.of(outer(features), inner(features)), Activation.RELU, false);
        return AutoencoderConfig.of(network, code(features)).withTasks(CorruptionTasks.of(Corruption.mask(0.3)));
    }

    private static int outer(int features) {
        return Math.clamp(4L * features, 64, 512);
    }

    private static int inner(int features) {
        return Math.clamp(2L * features, 32, 256);
    }

    private static int code(int features) {
        return Math.min(CODE, features);
    }

    /** Weights of the encoder for d features. */
    static double weights(double features) {
        int d = (int) features;
        return (double) d * outer(d) + (double) outer(d) * inner(d) + (double) inner(d) * code(d);
    }
}
