package io.eckart.network;

import io.eckart.numerics.Activation;
import java.util.List;

/**
 * A network with one hidden layer on either side, whose width depends on the data: four times the smaller of features
 * and code size, 64 to 256, but at least two units for each entry of the code, which a start at PCA needs.
 *
 * @param activation f of the hidden layers
 * @param tied whether the decoder's weights are the encoder's, transposed
 */
public record SizedNetwork(Activation activation, boolean tied) implements Blueprint {
    private static final int LEAST = 64;
    private static final int MOST = 256;

    @Override
    public Architecture of(int features, int codeSize) {
        int inner = Math.min(features, codeSize);
        int width = Math.max(Math.clamp(4L * inner, LEAST, MOST), 2 * inner);
        return NetworkEncoder.mirrored(List.of(width), activation, tied);
    }
}
