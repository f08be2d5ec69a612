package io.eckart.network.linear;

import io.eckart.network.Dimensions;
import io.eckart.network.pass.Composition;
import io.eckart.network.pass.Form;
import io.eckart.network.pass.Layout;
import io.eckart.network.pass.Pass;
import io.eckart.numerics.product.MatrixView;
import io.eckart.numerics.product.Reals;
import io.eckart.numerics.product.Reals64;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Encoder and decoder matrix of a linear autoencoder, composed in float64 and applied in the precision of the batch. */
final class LinearForm extends Form {
    private final Layout layout;
    private final Reals parameters;
    private final Reals gradient;
    private final MatrixView encoder;
    private final MatrixView decoder;
    private final MatrixView encoderGradient;
    private final MatrixView decoderGradient;
    private final List<Twins> optional;
    private final List<Twins> optionalGradient;
    private final Reals64 wideParameters;
    private final Reals64 wideGradient;
    private final Composition composition;

    /** The same part among the parameters and among the weights. */
    private record Twins(MatrixView parameter, MatrixView weight) {}

    LinearForm(LinearNetwork network, Dimensions dimensions, Reals parameters, Reals gradient) {
        Layout layout = new FreeNetwork().layout(dimensions);
        super(
                dimensions,
                parameters.precision().zeros(layout.length()),
                parameters.precision().zeros(layout.length()));
        this.layout = layout;
        this.parameters = parameters;
        this.gradient = gradient;
        this.encoder = layout.in(weights(), "encoder");
        this.decoder = layout.in(weights(), "decoder");
        this.encoderGradient = layout.in(weightGradient(), "encoder");
        this.decoderGradient = layout.in(weightGradient(), "decoder");
        Layout own = network.layout(dimensions);
        this.optional = twins(own, parameters, weights());
        this.optionalGradient = twins(own, gradient, weightGradient());
        this.wideParameters = new Reals64(new double[own.length()]);
        this.wideGradient = new Reals64(new double[own.length()]);
        this.composition = network.composition(dimensions, wideParameters, wideGradient);
    }

    private List<Twins> twins(Layout own, Reals ownArray, Reals weightArray) {
        List<Twins> twins = new ArrayList<>();
        for (String name : List.of(Layout.INDICATOR, Layout.BIAS)) {
            MatrixView parameter = own.optional(ownArray, name);
            if (parameter != null) {
                twins.add(new Twins(parameter, layout.in(weightArray, name)));
            }
        }
        return twins;
    }

    @Override
    public void compose() {
        parameters.copyTo(wideParameters.values());
        composition.compose();
        encoder.convert(composition.encoder());
        decoder.convert(composition.decoder());
        for (int i = 0; i < optional.size(); i++) {
            optional.get(i).weight().copy(optional.get(i).parameter());
        }
    }

    @Override
    public void pullBack() {
        composition.encoderGradient().convert(encoderGradient);
        composition.decoderGradient().convert(decoderGradient);
        composition.pullBack();
        gradient.copyFrom(wideGradient.values());
        for (int i = 0; i < optionalGradient.size(); i++) {
            optionalGradient.get(i).parameter().copy(optionalGradient.get(i).weight());
        }
    }

    @Override
    public Pass pass(int rows, @Nullable Reals passGradient) {
        return new LinearPass(layout, dimensions(), rows, weights(), passGradient);
    }
}
