package io.eckart.network.layer;

import io.eckart.network.Dimensions;
import io.eckart.network.pass.GradientTerm;
import io.eckart.network.pass.Layout;
import io.eckart.network.pass.Pass;
import io.eckart.numerics.product.MatrixView;
import io.eckart.numerics.product.Reals;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A general network, layer by layer. The first layer also reads the indicator of hidden cells where there is one. */
final class NetworkPass extends Pass {
    private final List<DenseLayer> layers = new ArrayList<>();
    private final int codeLayer;
    private final @Nullable MatrixView indicatorGradient;

    NetworkPass(DenseNetwork network, Dimensions dimensions, int rows, Reals weights, @Nullable Reals gradient) {
        super(weights.precision(), dimensions, rows);
        Layout layout = network.layout(dimensions);
        codeLayer = network.codeLayer();
        for (int i = 0; i < network.layers(); i++) {
            boolean last = i == network.layers() - 1;
            int width = network.width(dimensions, i + 1);
            layers.add(new DenseLayer(
                    network.activation(i),
                    weights(network, layout, weights, i),
                    gradient == null ? null : weights(network, layout, gradient, i),
                    i > 0 ? null : DenseLayer.Extra.of(hidden(), layout.optional(weights, Layout.INDICATOR)),
                    last ? output() : MatrixView.zeros(weights.precision(), rows, width),
                    last ? outputGradient() : MatrixView.zeros(weights.precision(), rows, width)));
        }
        indicatorGradient = gradient == null ? null : layout.optional(gradient, Layout.INDICATOR);
    }

    private static DenseLayer.Weights weights(DenseNetwork network, Layout layout, Reals array, int layer) {
        return new DenseLayer.Weights(network.weight(layout, array, layer), layout.in(array, "bias." + layer));
    }

    @Override
    public MatrixView codes() {
        return layers.get(codeLayer).output();
    }

    private MatrixView inputOf(int layer) {
        return layer == 0 ? input() : layers.get(layer - 1).output();
    }

    @Override
    public void encode() {
        for (int i = 0; i <= codeLayer; i++) {
            layers.get(i).forward(inputOf(i));
        }
    }

    @Override
    public void decode() {
        for (int i = codeLayer + 1; i < layers.size(); i++) {
            layers.get(i).forward(inputOf(i));
        }
    }

    @Override
    public void backThroughRows(double rowWeight) {
        for (int i = layers.size() - 1; i >= 0; i--) {
            layers.get(i).backward(i == 0 ? null : layers.get(i - 1).outputGradient());
        }
    }

    @Override
    public List<GradientTerm> terms() {
        List<GradientTerm> terms = new ArrayList<>();
        for (int i = 0; i < layers.size(); i++) {
            terms.addAll(layers.get(i).terms(inputOf(i)));
        }
        if (indicatorGradient != null) {
            terms.add(
                    GradientTerm.Product.of(indicatorGradient, layers.getFirst().outputGradient(), hidden()));
        }
        return terms;
    }
}
