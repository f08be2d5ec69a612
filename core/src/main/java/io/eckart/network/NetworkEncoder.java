package io.eckart.network;

import io.eckart.numerics.Activation;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The general autoencoder: encoder and decoder are networks of dense layers, {@code h = f(W x + b)}, with a
 * linear code and a linear output. Without hidden layers it is the linear autoencoder with biases.
 *
 * @param hidden the widths of the encoder's hidden layers, from the row to the code
 * @param decoder the widths of the decoder's hidden layers, from the code to the row
 * @param activation f of the hidden layers
 * @param tied whether the decoder's weights are the encoder's, transposed; the widths must then mirror each other
 */
public record NetworkEncoder(List<Integer> hidden, List<Integer> decoder, Activation activation, boolean tied)
        implements Architecture {
    /** The most hidden layers of encoder and decoder together. */
    public static final int MOST_LAYERS = 1000;

    /** @throws IllegalArgumentException if a width is below 1, there are too many layers, or weights are tied and the widths do not mirror each other */
    public NetworkEncoder {
        hidden = List.copyOf(hidden);
        decoder = List.copyOf(decoder);
        if (hidden.size() + decoder.size() > MOST_LAYERS) {
            throw new IllegalArgumentException("a network must have at most " + MOST_LAYERS + " hidden layers, got "
                    + (hidden.size() + decoder.size()));
        }
        if (hidden.stream().anyMatch(width -> width < 1) || decoder.stream().anyMatch(width -> width < 1)) {
            throw new IllegalArgumentException(
                    "hidden layers must have at least 1 unit, got " + hidden + " and " + decoder);
        }
        if (tied && !decoder.equals(hidden.reversed())) {
            throw new IllegalArgumentException(
                    "tied weights need a mirrored decoder, got " + hidden + " and " + decoder);
        }
    }

    /** A decoder that mirrors the encoder. */
    public static NetworkEncoder mirrored(List<Integer> hidden, Activation activation, boolean tied) {
        return new NetworkEncoder(hidden, hidden.reversed(), activation, tied);
    }

    @Override
    public String kind() {
        return "network";
    }

    @Override
    public boolean readsIndicator() {
        return true;
    }

    @Override
    public Map<String, String> settings() {
        Map<String, String> settings = new TreeMap<>();
        settings.put("hidden", text(hidden));
        settings.put("decoder", text(decoder));
        settings.put("activation", activation.name());
        settings.put("tied", String.valueOf(tied));
        return settings;
    }

    private static String text(List<Integer> widths) {
        return widths.stream().map(String::valueOf).collect(Collectors.joining(","));
    }
}
