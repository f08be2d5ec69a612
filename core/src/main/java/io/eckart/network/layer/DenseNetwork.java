package io.eckart.network.layer;

import io.eckart.network.Dimensions;
import io.eckart.network.NetworkEncoder;
import io.eckart.network.pass.DirectForm;
import io.eckart.network.pass.Form;
import io.eckart.network.pass.Layout;
import io.eckart.network.pass.Network;
import io.eckart.network.pass.Starts;
import io.eckart.network.pass.Subspace;
import io.eckart.numerics.Activation;
import io.eckart.numerics.product.MatrixView;
import io.eckart.numerics.product.Reals;
import io.eckart.numerics.product.Reals64;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The network of a {@link NetworkEncoder}: dense layers {@code h = f(W x + b)}, forward and backward as in {@link DenseLayer}.
 *
 * @param encoder its widths, activation and whether weights are tied
 */
public record DenseNetwork(NetworkEncoder encoder) implements Network {

    /** The number of dense layers from the row over the code to the reconstruction. */
    int layers() {
        return encoder.hidden().size() + encoder.decoder().size() + 2;
    }

    /** The layer whose output is the code. */
    int codeLayer() {
        return encoder.hidden().size();
    }

    /** The width of the row for index 0, of the output of layer i for index i + 1. */
    int width(Dimensions dimensions, int index) {
        List<Integer> widths = new ArrayList<>(encoder.hidden());
        widths.addFirst(dimensions.features());
        widths.add(dimensions.codeSize());
        widths.addAll(encoder.decoder());
        widths.add(dimensions.features());
        return widths.get(index);
    }

    @Override
    public Layout layout(Dimensions dimensions) {
        Layout.Builder layout = new Layout.Builder();
        for (int i = 0; i < layers(); i++) {
            if (!encoder.tied() || i <= codeLayer()) {
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
        boolean shared = encoder.tied() && layer > codeLayer();
        return shared ? layout.in(array, "weight." + (layers() - 1 - layer)).t() : layout.in(array, "weight." + layer);
    }

    Activation activation(int layer) {
        return layer == codeLayer() || layer == layers() - 1 ? Activation.IDENTITY : encoder.activation();
    }

    /** N(0, 2 / inputs) before a rectifier (He et al. 2015), N(0, 1 / inputs) elsewhere; no bias. */
    @Override
    public void start(Dimensions dimensions, Reals64 parameters, SplittableRandom random) {
        Layout layout = layout(dimensions);
        for (int i = 0; i < layers(); i++) {
            if (!encoder.tied() || i <= codeLayer()) {
                double variance = Starts.gain(activation(i)) / width(dimensions, i);
                Starts.gaussian(layout.in(parameters, "weight." + i), Math.sqrt(variance), random);
            }
        }
        if (dimensions.indicator()) {
            double deviation = 1 / Math.sqrt(dimensions.features());
            Starts.gaussian(layout.in(parameters, Layout.INDICATOR), deviation, random);
        }
    }

    /** If the hidden layers have two units for each direction and the activation has an {@link Activation#oddGain}. */
    @Override
    public boolean startAt(Dimensions dimensions, Reals64 parameters, Subspace subspace) {
        if (!PcaStart.isPossible(this, subspace.size(), dimensions.codeSize())) {
            return false;
        }
        new PcaStart(this, dimensions, parameters, subspace).set();
        return true;
    }

    /** The layers up to the code, or all of them; a layer below the code drops hidden units with this probability. */
    List<DensePass.Plan> plans(Layout layout, int count, double dropout) {
        List<DensePass.Plan> plans = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int layer = i;
            // The code is linear: only hidden units are dropped.
            plans.add(new DensePass.Plan(
                    activation(i),
                    array -> new DenseLayer.Weights(weight(layout, array, layer), layout.in(array, "bias." + layer)),
                    i < codeLayer() ? dropout : 0));
        }
        return plans;
    }

    @Override
    public Form form(Dimensions dimensions, boolean partial, Reals parameters, Reals gradient) {
        Layout layout = layout(dimensions);
        List<DensePass.Plan> plans = plans(layout, layers(), 0);
        return new DirectForm(
                dimensions,
                parameters,
                gradient,
                (rows, weights, passGradient) ->
                        new DensePass(dimensions, rows, plans, codeLayer(), 0, layout, weights, passGradient));
    }
}
