package io.eckart.network.layer;

import io.eckart.network.Dimensions;
import io.eckart.network.NetworkEncoder;
import io.eckart.network.pass.Layout;
import io.eckart.numerics.Activation;
import io.eckart.numerics.product.Reals64;

/**
 * A network split into autoencoders of one layer each, from which it is assembled again (Vincent et al. 2010, figure 3): its
 * encoder has the encoders of the layers in their order, its decoder has their decoders in reverse order.
 *
 * @param network whose decoder mirrors its encoder
 */
public record LayerStack(NetworkEncoder network, Dimensions dimensions) {

    /** @throws IllegalArgumentException if the decoder does not mirror the encoder */
    public LayerStack {
        if (!network.decoder().equals(network.hidden().reversed())) {
            throw new IllegalArgumentException("pre-training layer by layer needs a mirrored decoder, got "
                    + network.hidden() + " and " + network.decoder());
        }
    }

    private DenseNetwork dense() {
        return new DenseNetwork(network);
    }

    /** The number of layers of the encoder, including that of the code. */
    public int size() {
        return dense().codeLayer() + 1;
    }

    /** A layer of the encoder, counted from 0 at the row. */
    public StackedLayer layer(int index) {
        int inputs = dense().width(dimensions, index);
        int outputs = dense().width(dimensions, index + 1);
        boolean indicator = index == 0 && dimensions.indicator();
        Activation below = index == 0 ? Activation.IDENTITY : dense().activation(index - 1);
        return new StackedLayer(inputs, outputs, indicator, dense().activation(index), below, network.tied());
    }

    /**
     * Copies the parameters of a layer to their places in the network.
     *
     * @param from by the layout of the layer
     * @param parameters by the layout of the network, changed
     */
    public void place(int index, Reals64 from, Reals64 parameters) {
        Layout layer = layer(index).layout();
        Layout whole = dense().layout(dimensions);
        int back = dense().layers() - 1 - index;
        whole.in(parameters, "weight." + index).copy(layer.in(from, StackedLayer.WEIGHT));
        whole.in(parameters, "bias." + index).copy(layer.in(from, StackedLayer.BIAS));
        whole.in(parameters, "bias." + back).copy(layer.in(from, StackedLayer.BACK_BIAS));
        if (!network.tied()) {
            whole.in(parameters, "weight." + back).copy(layer.in(from, StackedLayer.BACK_WEIGHT));
        }
        if (layer(index).indicator()) {
            whole.in(parameters, Layout.INDICATOR).copy(layer.in(from, Layout.INDICATOR));
        }
    }
}
