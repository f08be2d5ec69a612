package io.eckart.network.linear;

import io.eckart.network.Dimensions;
import io.eckart.network.pass.GradientTerm;
import io.eckart.network.pass.Layout;
import io.eckart.network.pass.Pass;
import io.eckart.numerics.product.MatrixView;
import io.eckart.numerics.product.Reals;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * {@code Y = X A'}, {@code X^ = Y B'} for rows X. With the indicator H of hidden cells also {@code Y += H E'}: hidden cells are
 * zeros among the values and ones among the indicators, so that 0 and hidden differ, and a complete row is coded by A alone.
 */
final class LinearPass extends Pass {
    private final MatrixView encoder;
    private final MatrixView decoder;
    private final @Nullable MatrixView indicator;
    private final @Nullable MatrixView bias;
    private final MatrixView codes;
    private final MatrixView codeGradient;
    private final @Nullable Gradient gradient;

    private record Gradient(
            MatrixView encoder,
            MatrixView decoder,
            @Nullable MatrixView indicator,
            @Nullable MatrixView bias) {}

    LinearPass(Layout layout, Dimensions dimensions, int rows, Reals weights, @Nullable Reals gradient) {
        super(weights.precision(), dimensions, rows);
        decoder = layout.in(weights, "decoder");
        encoder = layout.in(weights, "encoder");
        indicator = layout.optional(weights, Layout.INDICATOR);
        bias = layout.optional(weights, Layout.BIAS);
        codes = MatrixView.zeros(weights.precision(), rows, dimensions.codeSize());
        codeGradient = MatrixView.zeros(weights.precision(), rows, dimensions.codeSize());
        this.gradient = gradient == null
                ? null
                : new Gradient(
                        layout.in(gradient, "encoder"),
                        layout.in(gradient, "decoder"),
                        layout.optional(gradient, Layout.INDICATOR),
                        layout.optional(gradient, Layout.BIAS));
    }

    @Override
    public MatrixView codes() {
        return codes;
    }

    @Override
    public void encode() {
        codes.setProduct(input(), encoder.t());
        if (indicator != null) {
            codes.addProduct(1, hidden(), indicator.t());
        }
    }

    @Override
    public void decode() {
        decode(decoder, bias);
    }

    @Override
    public void backThroughRows(double rowWeight) {
        codeGradient.setProduct(outputGradient(), decoder);
    }

    @Override
    public List<GradientTerm> terms() {
        Gradient to = Objects.requireNonNull(gradient, "this pass only goes forward");
        List<GradientTerm> terms = new ArrayList<>();
        terms.add(GradientTerm.Product.of(to.decoder, outputGradient(), codes));
        terms.add(GradientTerm.Product.of(to.encoder, codeGradient, input()));
        if (to.bias != null) {
            terms.add(new GradientTerm.ColumnSums(to.bias, outputGradient()));
        }
        if (to.indicator != null) {
            terms.add(GradientTerm.Product.of(to.indicator, codeGradient, hidden()));
        }
        return terms;
    }
}
