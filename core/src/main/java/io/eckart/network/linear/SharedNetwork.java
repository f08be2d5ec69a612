package io.eckart.network.linear;

import io.eckart.network.Dimensions;
import io.eckart.network.pass.Composition;
import io.eckart.network.pass.Layout;
import io.eckart.network.pass.Starts;
import io.eckart.numerics.product.MatrixView;
import io.eckart.numerics.product.Reals64;
import java.util.SplittableRandom;

/**
 * B is shared between encoder and decoder, and a learnt matrix C takes the role of the inverse.
 *
 * <p>k below d: {@code A = C B'} with C k x k; {@code dL/dC = D B}, {@code dL/dB += D'C} for {@code D = dL/dA}. k at least d:
 * {@code A = B'C} with C d x d; {@code dL/dC = B D}, {@code dL/dB += C D'}.
 */
public record SharedNetwork() implements LinearNetwork {

    @Override
    public Layout layout(Dimensions dimensions) {
        int side = Math.min(dimensions.codeSize(), dimensions.features());
        return new Layout.Builder()
                .add("decoder", dimensions.features(), dimensions.codeSize())
                .add("inner", side, side)
                .build(dimensions);
    }

    @Override
    public void start(Dimensions dimensions, Reals64 parameters, SplittableRandom random) {
        Layout layout = layout(dimensions);
        Starts.gaussian(layout.in(parameters, "decoder"), random);
        Starts.identity(layout.in(parameters, "inner"));
    }

    @Override
    public Composition composition(Dimensions dimensions, Reals64 parameters, Reals64 gradient) {
        Layout layout = layout(dimensions);
        MatrixView inner = layout.in(parameters, "inner");
        MatrixView innerGradient = layout.in(gradient, "inner");
        return new Composition(
                MatrixView.zeros(dimensions.codeSize(), dimensions.features()),
                layout.in(parameters, "decoder"),
                MatrixView.zeros(dimensions.codeSize(), dimensions.features()),
                layout.in(gradient, "decoder")) {
            @Override
            public void compose() {
                if (dimensions.isBottleneck()) {
                    encoder().setProduct(inner, decoder().t());
                } else {
                    encoder().setProduct(decoder().t(), inner);
                }
            }

            @Override
            public void pullBack() {
                if (dimensions.isBottleneck()) {
                    innerGradient.setProduct(encoderGradient(), decoder());
                    decoderGradient().addProduct(1, encoderGradient().t(), inner);
                } else {
                    innerGradient.setProduct(decoder(), encoderGradient());
                    decoderGradient().addProduct(1, inner, encoderGradient().t());
                }
            }
        };
    }
}
