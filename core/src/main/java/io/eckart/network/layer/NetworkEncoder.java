package io.eckart.network.layer;

import io.eckart.network.Architecture;
import io.eckart.network.Dimensions;
import io.eckart.network.DirectForm;
import io.eckart.network.Form;
import io.eckart.network.Layout;
import io.eckart.network.Starts;
import io.eckart.network.Subspace;
import io.eckart.numerics.product.Activation;
import io.eckart.numerics.product.MatrixView;
import io.eckart.numerics.product.Reals;
import io.eckart.numerics.product.Reals64;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The general autoencoder (notes 15.3): encoder and decoder are networks of dense layers, {@code h = f(W x + b)}, with a
 * linear code and a linear output. Without hidden layers it is the linear autoencoder with biases.
 *
 * @param hidden the widths of the encoder's hidden layers, from the row to the code
 * @param decoder the widths of the decoder's hidden layers, from the code to the row
 * @param activation f of the hidden layers
 * @param tied whether the decoder's weights are the encoder's, transposed; the widths must then mirror each other
 */
public record NetworkEncoder(List<Integer> hidden, List<Integer> decoder, Activation activation, boolean tied)
        implements Architecture {

    /** @throws IllegalArgumentException if a width is below 1, or weights are tied and the widths do not mirror each other */
    public NetworkEncoder {
        hidden = List.copyOf(hidden);
        decoder = List.copyOf(decoder);
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

    /** The dense layers from the row to the code and on to the reconstruction. */
    int layers() {
        return hidden.size() + decoder.size() + 2;
    }

    /** The layer whose output is the code. */
    int codeLayer() {
        return hidden.size();
    }

    /** Width 0 is that of the row, width i + 1 that of layer i's output. */
    int width(Dimensions dimensions, int index) {
        if (index == 0 || index == layers()) {
            return dimensions.features();
        }
        if (index <= hidden.size()) {
            return hidden.get(index - 1);
        }
        return index == hidden.size() + 1 ? dimensions.codeSize() : decoder.get(index - hidden.size() - 2);
    }

    @Override
    public boolean readsIndicator() {
        return true;
    }

    @Override
    public Layout layout(Dimensions dimensions) {
        Layout.Builder layout = new Layout.Builder();
        for (int i = 0; i < layers(); i++) {
            if (!tied || i <= codeLayer()) {
                layout.add("weight." + i, width(dimensions, i + 1), width(dimensions, i));
            }
            layout.add("bias." + i, 1, width(dimensions, i + 1));
        }
        if (dimensions.indicator()) {
            layout.add(Layout.INDICATOR, width(dimensions, 1), dimensions.features());
        }
        return layout.build();
    }

    /** The weights of a layer, outputs x inputs. */
    MatrixView weight(Layout layout, Reals array, int layer) {
        boolean shared = tied && layer > codeLayer();
        return shared ? layout.in(array, "weight." + (layers() - 1 - layer)).t() : layout.in(array, "weight." + layer);
    }

    Activation activation(int layer) {
        return layer == codeLayer() || layer == layers() - 1 ? Activation.IDENTITY : activation;
    }

    /** N(0, 2 / inputs) before a rectifier (He et al. 2015), N(0, 1 / inputs) elsewhere; no bias. */
    @Override
    public void start(Dimensions dimensions, Reals64 parameters, SplittableRandom random) {
        Layout layout = layout(dimensions);
        for (int i = 0; i < layers(); i++) {
            if (!tied || i <= codeLayer()) {
                double variance = Starts.gain(activation(i)) / width(dimensions, i);
                Starts.gaussian(layout.in(parameters, "weight." + i), Math.sqrt(variance), random);
            }
        }
        if (dimensions.indicator()) {
            double deviation = 1 / Math.sqrt(dimensions.features());
            Starts.gaussian(layout.in(parameters, Layout.INDICATOR), deviation, random);
        }
    }

    /** Where the hidden layers have two units for each direction and their activation hands numbers on. */
    @Override
    public boolean startAt(Dimensions dimensions, Reals64 parameters, Subspace subspace) {
        if (!PcaStart.isPossible(this, subspace.size(), dimensions.codeSize())) {
            return false;
        }
        new PcaStart(this, dimensions, parameters, subspace).set();
        return true;
    }

    @Override
    public Form form(Dimensions dimensions, boolean partial, Reals parameters, Reals gradient) {
        return new DirectForm(
                dimensions,
                parameters,
                gradient,
                (rows, weights, passGradient) -> new NetworkPass(this, dimensions, rows, weights, passGradient));
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
