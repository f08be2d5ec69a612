package io.eckart.network;

import io.eckart.numerics.MatrixView;
import io.eckart.numerics.Reals;
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
        encoder = layout.in(weights, "encoder");
        decoder = layout.in(weights, "decoder");
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
        output().setProduct(codes, decoder.t());
        addBias(bias);
    }

    @Override
    public void backward(double rowWeight) {
        Gradient to = Objects.requireNonNull(gradient, "this pass only goes forward");
        to.decoder.addProduct(1, outputGradient().t(), codes);
        addBiasGradient(to.bias);
        codeGradient.setProduct(outputGradient(), decoder);
        to.encoder.addProduct(1, codeGradient.t(), input());
        if (to.indicator != null) {
            to.indicator.addProduct(1, codeGradient.t(), hidden());
        }
    }
}
