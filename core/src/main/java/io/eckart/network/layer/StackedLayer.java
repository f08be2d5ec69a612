package io.eckart.network.layer;

import io.eckart.network.Dimensions;
import io.eckart.network.pass.DirectForm;
import io.eckart.network.pass.Form;
import io.eckart.network.pass.GradientTerm;
import io.eckart.network.pass.Layout;
import io.eckart.network.pass.Pass;
import io.eckart.network.pass.Starts;
import io.eckart.numerics.Activation;
import io.eckart.numerics.product.MatrixView;
import io.eckart.numerics.product.Reals;
import io.eckart.numerics.product.Reals64;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * One layer of a network as an autoencoder of its own (Vincent et al. 2010, section 3.4): {@code h = f(W x + b)},
 * {@code x^ = g(V h + c)}.
 *
 * @param inputs the width of x
 * @param outputs the width of h
 * @param indicator whether it also reads which entries of x are hidden
 * @param activation f, the one the layer has in the network
 * @param below g, the activation that made x: none for the rows themselves
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

    /** As {@link DenseNetwork#start} has it, layer by layer. */
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

    /** What batches of rows run through; the codes of a pass are h. */
    public Form form(Reals parameters, Reals gradient) {
        return new DirectForm(
                new Dimensions(inputs, outputs, indicator, false),
                parameters,
                gradient,
                (rows, weights, passGradient) -> new LayerPass(rows, weights, passGradient));
    }

    private final class LayerPass extends Pass {
        private final DenseLayer encoder;
        private final DenseLayer decoder;
        private final @Nullable MatrixView indicatorGradient;

        LayerPass(int rows, Reals weights, @Nullable Reals gradient) {
            super(weights.precision(), new Dimensions(inputs, outputs, indicator, false), rows);
            Layout layout = layout();
            encoder = new DenseLayer(
                    activation,
                    there(layout, weights),
                    gradient == null ? null : there(layout, gradient),
                    DenseLayer.Extra.of(hidden(), layout.optional(weights, Layout.INDICATOR)),
                    MatrixView.zeros(weights.precision(), rows, outputs),
                    MatrixView.zeros(weights.precision(), rows, outputs));
            decoder = new DenseLayer(
                    below,
                    back(layout, weights),
                    gradient == null ? null : back(layout, gradient),
                    null,
                    output(),
                    outputGradient());
            indicatorGradient = gradient == null ? null : layout.optional(gradient, Layout.INDICATOR);
        }

        private static DenseLayer.Weights there(Layout layout, Reals array) {
            return new DenseLayer.Weights(layout.in(array, WEIGHT), layout.in(array, BIAS));
        }

        private DenseLayer.Weights back(Layout layout, Reals array) {
            MatrixView weight = tied ? layout.in(array, WEIGHT).t() : layout.in(array, BACK_WEIGHT);
            return new DenseLayer.Weights(weight, layout.in(array, BACK_BIAS));
        }

        @Override
        public MatrixView codes() {
            return encoder.output();
        }

        @Override
        public void encode() {
            encoder.forward(input());
        }

        @Override
        public void decode() {
            decoder.forward(codes());
        }

        @Override
        public void backThroughRows(double rowWeight) {
            decoder.backward(encoder.outputGradient());
            encoder.backward(null);
        }

        @Override
        public List<GradientTerm> terms() {
            List<GradientTerm> terms = new ArrayList<>(encoder.terms(input()));
            terms.addAll(decoder.terms(codes()));
            if (indicatorGradient != null) {
                terms.add(GradientTerm.Product.of(indicatorGradient, encoder.outputGradient(), hidden()));
            }
            return terms;
        }
    }
}
