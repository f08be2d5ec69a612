package io.eckart.network.layer;

import io.eckart.network.Dimensions;
import io.eckart.network.pass.GradientTerm;
import io.eckart.network.pass.Layout;
import io.eckart.network.pass.Pass;
import io.eckart.numerics.Activation;
import io.eckart.numerics.Draws;
import io.eckart.numerics.product.MatrixView;
import io.eckart.numerics.product.Reals;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The encoder's half of a network, then the head: its output is what the head makes of the code. */
final class PredictorPass extends Pass {
    private final List<DenseLayer> layers = new ArrayList<>();
    private final List<Dropout> dropouts = new ArrayList<>();
    private final DenseLayer head;
    private final boolean frozen;
    private final @Nullable MatrixView indicatorGradient;

    PredictorPass(
            PredictorNetwork network,
            Dimensions dimensions,
            int rows,
            Reals weights,
            @Nullable Reals gradient,
            double dropout,
            boolean frozen) {
        super(weights.precision(), dimensions, rows, network.head().outputs());
        this.frozen = frozen;
        DenseNetwork encoder = network.dense();
        Layout layout = network.layout(dimensions);
        for (int i = 0; i <= encoder.codeLayer(); i++) {
            int width = encoder.width(dimensions, i + 1);
            MatrixView output = MatrixView.zeros(weights.precision(), rows, width);
            layers.add(new DenseLayer(
                    encoder.activation(i),
                    weights(layout, weights, i),
                    gradient == null ? null : weights(layout, gradient, i),
                    i > 0 ? null : DenseLayer.Extra.of(hidden(), layout.optional(weights, Layout.INDICATOR)),
                    output,
                    MatrixView.zeros(weights.precision(), rows, width)));
            // The code is linear: what is dropped are hidden units.
            dropouts.add(new Dropout(i < encoder.codeLayer() ? dropout : 0, output));
        }
        head = new DenseLayer(
                Activation.IDENTITY,
                PredictorNetwork.headIn(layout, weights),
                gradient == null ? null : PredictorNetwork.headIn(layout, gradient),
                null,
                output(),
                outputGradient());
        indicatorGradient = gradient == null ? null : layout.optional(gradient, Layout.INDICATOR);
    }

    private static DenseLayer.Weights weights(Layout layout, Reals array, int layer) {
        return new DenseLayer.Weights(layout.in(array, "weight." + layer), layout.in(array, "bias." + layer));
    }

    @Override
    public MatrixView codes() {
        return layers.getLast().output();
    }

    @Override
    public void drop(Draws draws) {
        dropouts.forEach(dropout -> dropout.draw(draws));
    }

    @Override
    public void dropNone() {
        dropouts.forEach(Dropout::drawNone);
    }

    private MatrixView inputOf(int layer) {
        return layer == 0 ? input() : layers.get(layer - 1).output();
    }

    @Override
    public void encode() {
        for (int i = 0; i < layers.size(); i++) {
            layers.get(i).forward(inputOf(i));
            dropouts.get(i).forward();
        }
    }

    @Override
    public void decode() {
        head.forward(codes());
    }

    @Override
    public void backThroughRows(double rowWeight) {
        head.backward(frozen ? null : layers.getLast().outputGradient());
        for (int i = layers.size() - 1; i >= 0 && !frozen; i--) {
            dropouts.get(i).backward(layers.get(i).outputGradient());
            layers.get(i).backward(i == 0 ? null : layers.get(i - 1).outputGradient());
        }
    }

    @Override
    public List<GradientTerm> terms() {
        List<GradientTerm> terms = new ArrayList<>(head.terms(codes()));
        for (int i = 0; i < layers.size() && !frozen; i++) {
            terms.addAll(layers.get(i).terms(inputOf(i)));
        }
        if (indicatorGradient != null && !frozen) {
            terms.add(
                    GradientTerm.Product.of(indicatorGradient, layers.getFirst().outputGradient(), hidden()));
        }
        return terms;
    }
}
