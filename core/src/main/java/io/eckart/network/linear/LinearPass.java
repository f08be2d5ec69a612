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
    private final Matrices weights;
    private final @Nullable Matrices gradient;
    private final MatrixView codes;
    private final MatrixView codeGradient;

    /** The weights or their gradients. */
    private record Matrices(
            MatrixView encoder,
            MatrixView decoder,
            @Nullable MatrixView indicator,
            @Nullable MatrixView bias) {

        static Matrices in(Layout layout, Reals array) {
            return new Matrices(
                    layout.in(array, "encoder"),
                    layout.in(array, "decoder"),
                    layout.optional(array, Layout.INDICATOR),
                    layout.optional(array, Layout.BIAS));
        }
    }

    LinearPass(Layout layout, Dimensions dimensions, int rows, Reals weights, @Nullable Reals gradient) {
        super(weights.precision(), dimensions, rows);
        this.weights = Matrices.in(layout, weights);
        this.gradient = gradient == null ? null : Matrices.in(layout, gradient);
        codes = MatrixView.zeros(weights.precision(), rows, dimensions.codeSize());
        codeGradient = MatrixView.zeros(weights.precision(), rows, dimensions.codeSize());
    }

    @Override
    public MatrixView codes() {
        return codes;
    }

    @Override
    public void encode() {
        codes.setProduct(input(), weights.encoder.t());
        if (weights.indicator != null) {
            codes.addProduct(1, hidden(), weights.indicator.t());
        }
    }

    @Override
    public void decode() {
        decode(weights.decoder, weights.bias);
    }

    @Override
    public void backThroughRows(double rowWeight) {
        codeGradient.setProduct(outputGradient(), weights.decoder);
    }

    @Override
    public List<GradientTerm> terms() {
        Matrices to = Objects.requireNonNull(gradient, "this pass only goes forward");
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
