package io.eckart.network.layer;

import io.eckart.network.Dimensions;
import io.eckart.network.pass.DirectForm;
import io.eckart.network.pass.Form;
import io.eckart.network.pass.Layout;
import io.eckart.network.pass.Starts;
import io.eckart.numerics.Activation;
import io.eckart.numerics.product.MatrixView;
import io.eckart.numerics.product.Reals;
import io.eckart.numerics.product.Reals64;
import java.util.List;
import java.util.SplittableRandom;

/**
 * One layer of a network as a separate autoencoder (Vincent et al. 2010, section 3.4): {@code h = f(W x + b)},
 * {@code x^ = g(V h + c)}.
 *
 * @param inputs the width of x
 * @param outputs the width of h
 * @param indicator whether it also reads which entries of x are hidden
 * @param activation f, as in the network
 * @param below g, the activation of the layer below; the identity for the rows themselves
 * @param tied whether V is W, transposed
 */
public record StackedLayer(
        int inputs, int outputs, boolean indicator, Activation activation, Activation below, boolean tied) {
    static final String WEIGHT = "weight";
    static final String BIAS = "bias";
    static final String BACK_WEIGHT = "back.weight";
    static final String BACK_BIAS = "back.bias";

    /** W, b, the weights of the indicator, V unless tied, c. */
    public Layout layout() {
        Layout.Builder layout =
                new Layout.Builder().add(WEIGHT, outputs, inputs).add(BIAS, 1, outputs);
        if (indicator) {
            layout.add(Layout.INDICATOR, outputs, inputs);
        }
        if (!tied) {
            layout.add(BACK_WEIGHT, inputs, outputs);
        }
        return layout.add(BACK_BIAS, 1, inputs).build();
    }

    /** A random start as in {@link DenseNetwork#start}. */
    public void start(Reals64 parameters, SplittableRandom random) {
        Layout layout = layout();
        Starts.gaussian(layout.in(parameters, WEIGHT), deviation(activation, inputs), random);
        if (!tied) {
            Starts.gaussian(layout.in(parameters, BACK_WEIGHT), deviation(below, outputs), random);
        }
        if (indicator) {
            Starts.gaussian(layout.in(parameters, Layout.INDICATOR), 1 / Math.sqrt(inputs), random);
        }
    }

    private static double deviation(Activation before, int width) {
        return Math.sqrt(Starts.gain(before) / width);
    }

    /** The weights and passes for batches of rows; the codes of a pass are h. */
    public Form form(Reals parameters, Reals gradient) {
        Dimensions dimensions = new Dimensions(inputs, outputs, indicator, false);
        Layout layout = layout();
        List<DensePass.Plan> plans = List.of(
                new DensePass.Plan(
                        activation,
                        array -> new DenseLayer.Weights(layout.in(array, WEIGHT), layout.in(array, BIAS)),
                        0),
                new DensePass.Plan(below, array -> back(layout, array), 0));
        return new DirectForm(
                dimensions,
                parameters,
                gradient,
                (rows, weights, passGradient) ->
                        new DensePass(dimensions, rows, plans, 0, 0, layout, weights, passGradient));
    }

    private DenseLayer.Weights back(Layout layout, Reals array) {
        MatrixView weight = tied ? layout.in(array, WEIGHT).t() : layout.in(array, BACK_WEIGHT);
        return new DenseLayer.Weights(weight, layout.in(array, BACK_BIAS));
    }
}
