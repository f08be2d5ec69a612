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
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Dense layers, each reading the output of the one before it. The first layer may also read the indicator of hidden cells. */
final class DensePass extends Pass {

    /**
     * How a layer is made.
     *
     * @param weights the weights of the layer within an array of all weights or of their gradients
     * @param dropout the probability with which an output of the layer is dropped in training
     */
    record Plan(Activation activation, Function<Reals, DenseLayer.Weights> weights, double dropout) {}

    private final List<DenseLayer> layers = new ArrayList<>();
    private final List<Dropout> dropouts = new ArrayList<>();
    private final int codeLayer;
    private final int firstTrained;
    private final @Nullable MatrixView indicatorGradient;

    /**
     * A pass over {@code rows} rows.
     *
     * @param codeLayer the layer whose output is the code
     * @param firstTrained the lowest layer that gradients reach
     * @param layout where the weights of the indicator are, if there are any
     * @param gradient null for a pass that only goes forward
     */
    DensePass(
            Dimensions dimensions,
            int rows,
            List<Plan> plans,
            int codeLayer,
            int firstTrained,
            Layout layout,
            Reals weights,
            @Nullable Reals gradient) {
        super(weights.precision(), dimensions, rows, width(plans.getLast(), weights));
        this.codeLayer = codeLayer;
        this.firstTrained = firstTrained;
        MatrixView indicator = layout.optional(weights, Layout.INDICATOR);
        DenseLayer.Extra extra = indicator == null ? null : new DenseLayer.Extra(hidden(), indicator);
        for (Plan plan : plans) {
            boolean last = layers.size() == plans.size() - 1;
            int width = width(plan, weights);
            MatrixView to = last ? output() : MatrixView.zeros(weights.precision(), rows, width);
            MatrixView back = last ? outputGradient() : MatrixView.zeros(weights.precision(), rows, width);
            DenseLayer.Weights slopes = gradient == null ? null : plan.weights.apply(gradient);
            layers.add(new DenseLayer(plan.activation, plan.weights.apply(weights), slopes, extra, to, back));
            dropouts.add(new Dropout(plan.dropout, to));
            extra = null;
        }
        indicatorGradient = gradient == null || firstTrained > 0 ? null : layout.optional(gradient, Layout.INDICATOR);
    }

    private static int width(Plan plan, Reals weights) {
        return plan.weights.apply(weights).weight().rows();
    }

    @Override
    public MatrixView codes() {
        return layers.get(codeLayer).output();
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
        forward(0, codeLayer + 1);
    }

    @Override
    public void decode() {
        forward(codeLayer + 1, layers.size());
    }

    private void forward(int from, int to) {
        for (int i = from; i < to; i++) {
            layers.get(i).forward(inputOf(i));
            dropouts.get(i).forward();
        }
    }

    @Override
    public void backThroughRows(double rowWeight) {
        for (int i = layers.size() - 1; i >= firstTrained; i--) {
            dropouts.get(i).backward(layers.get(i).outputGradient());
            layers.get(i).backward(i == firstTrained ? null : layers.get(i - 1).outputGradient());
        }
    }

    @Override
    public List<GradientTerm> terms() {
        List<GradientTerm> terms = new ArrayList<>();
        for (int i = firstTrained; i < layers.size(); i++) {
            terms.addAll(layers.get(i).terms(inputOf(i)));
        }
        if (indicatorGradient != null) {
            terms.add(
                    GradientTerm.Product.of(indicatorGradient, layers.getFirst().outputGradient(), hidden()));
        }
        return terms;
    }
}
