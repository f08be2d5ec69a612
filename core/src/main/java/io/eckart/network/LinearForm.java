package io.eckart.network;

import io.eckart.numerics.MatrixView;
import io.eckart.numerics.Reals;
import io.eckart.numerics.Reals64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Encoder and decoder matrix of a linear autoencoder, composed in float64 and applied in the precision of the batch. */
final class LinearForm extends Form {
    private final Layout layout;
    private final Layout own;
    private final Reals parameters;
    private final Reals gradient;
    private final Reals64 wideParameters;
    private final Reals64 wideGradient;
    private final Composition composition;

    LinearForm(LinearArchitecture architecture, Dimensions dimensions, Reals parameters, Reals gradient) {
        this(architecture, dimensions, parameters, gradient, new FreeEncoder().layout(dimensions));
    }

    private LinearForm(
            LinearArchitecture architecture, Dimensions dimensions, Reals parameters, Reals gradient, Layout layout) {
        super(
                dimensions,
                parameters.precision().zeros(layout.length()),
                parameters.precision().zeros(layout.length()));
        this.layout = layout;
        this.own = architecture.layout(dimensions);
        this.parameters = parameters;
        this.gradient = gradient;
        this.wideParameters = new Reals64(new double[own.length()]);
        this.wideGradient = new Reals64(new double[own.length()]);
        this.composition = architecture.composition(dimensions, wideParameters, wideGradient);
    }

    @Override
    public void compose() {
        parameters.copyTo(wideParameters.values());
        composition.compose();
        layout.in(weights(), "encoder").convert(composition.encoder());
        layout.in(weights(), "decoder").convert(composition.decoder());
        copyOptional(parameters, own, weights(), layout);
    }

    @Override
    public void pullBack() {
        composition.encoderGradient().convert(layout.in(weightGradient(), "encoder"));
        composition.decoderGradient().convert(layout.in(weightGradient(), "decoder"));
        composition.pullBack();
        gradient.copyFrom(wideGradient.values());
        copyOptional(weightGradient(), layout, gradient, own);
    }

    private static void copyOptional(Reals from, Layout fromLayout, Reals to, Layout toLayout) {
        for (String name : List.of(Layout.INDICATOR, Layout.BIAS)) {
            MatrixView source = fromLayout.optional(from, name);
            if (source != null) {
                toLayout.in(to, name).copy(source);
            }
        }
    }

    @Override
    public Pass pass(int rows, @Nullable Reals passGradient) {
        return new LinearPass(layout, dimensions(), rows, weights(), passGradient);
    }
}
