package io.eckart.network.linear;

import io.eckart.network.Dimensions;
import io.eckart.network.pass.Form;
import io.eckart.network.pass.Layout;
import io.eckart.network.pass.Pass;
import io.eckart.numerics.product.MatrixView;
import io.eckart.numerics.product.Reals;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The unrolled encoder as a recurrent cell, for rows with hidden cells: {@code W = B'}, {@code V = B}, every step eta. */
final class UnrolledForm extends Form {
    private final UnrolledNetwork network;
    private final Layout layout;
    private final MatrixView parameter;
    private final MatrixView parameterGradient;
    private final @Nullable MatrixView bias;
    private final @Nullable MatrixView biasGradient;
    private final RecurrentCell cell;
    private final RecurrentCell cellGradient;
    private final MatrixView wide;
    private final SpectralFilter filter;

    UnrolledForm(UnrolledNetwork network, Dimensions dimensions, Reals parameters, Reals gradient) {
        Layout layout = layout(dimensions, network.encoder().depth());
        super(
                dimensions,
                parameters.precision().zeros(layout.length()),
                parameters.precision().zeros(layout.length()));
        this.network = network;
        this.layout = layout;
        this.parameter = network.layout(dimensions).in(parameters, "decoder");
        this.parameterGradient = network.layout(dimensions).in(gradient, "decoder");
        this.bias = network.layout(dimensions).optional(parameters, Layout.BIAS);
        this.biasGradient = network.layout(dimensions).optional(gradient, Layout.BIAS);
        this.cell = cell(weights(), layout);
        this.cellGradient = cell(weightGradient(), layout);
        this.wide = MatrixView.zeros(dimensions.features(), dimensions.codeSize());
        this.filter = new SpectralFilter(wide, network.encoder());
    }

    static Layout layout(Dimensions dimensions, int depth) {
        return new Layout.Builder()
                .add("encode", dimensions.codeSize(), dimensions.features())
                .add("decoder", dimensions.features(), dimensions.codeSize())
                .add("steps", 1, depth)
                .build(dimensions);
    }

    static RecurrentCell cell(Reals array, Layout layout) {
        MatrixView decoder = layout.in(array, "decoder");
        List<MatrixView> encode = List.of(layout.in(array, "encode"));
        MatrixView bias = layout.optional(array, Layout.BIAS);
        return new RecurrentCell(encode, List.of(decoder), layout.in(array, "steps"), null, decoder, bias);
    }

    @Override
    public void compose() {
        wide.convert(parameter);
        filter.compute();
        filter.requireStable();
        cell.unrollFrom(parameter, network.encoder().step());
        copy(bias, cell.bias());
    }

    @Override
    public void pullBack() {
        parameterGradient.copy(cellGradient.decoder());
        parameterGradient.add(1, cellGradient.encode(0).t());
        copy(cellGradient.bias(), biasGradient);
    }

    private static void copy(@Nullable MatrixView from, @Nullable MatrixView to) {
        if (from != null && to != null) {
            to.copy(from);
        }
    }

    @Override
    public Pass pass(int rows, @Nullable Reals gradient) {
        return gradient == null
                ? new RecurrentPass(dimensions(), rows, cell, null, 0)
                : new UnrolledPass(network, dimensions(), rows, cell, cell(gradient, layout));
    }
}
