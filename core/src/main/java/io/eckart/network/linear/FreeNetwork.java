package io.eckart.network.linear;

import io.eckart.network.Dimensions;
import io.eckart.network.pass.Composition;
import io.eckart.network.pass.DirectForm;
import io.eckart.network.pass.Form;
import io.eckart.network.pass.Layout;
import io.eckart.network.pass.Starts;
import io.eckart.network.pass.Subspace;
import io.eckart.numerics.product.Reals;
import io.eckart.numerics.product.Reals64;
import java.util.SplittableRandom;

/** A and B are independent parameters, for any k. */
public record FreeNetwork() implements LinearNetwork {

    @Override
    public Layout layout(Dimensions dimensions) {
        return new Layout.Builder()
                .add("encoder", dimensions.codeSize(), dimensions.features())
                .add("decoder", dimensions.features(), dimensions.codeSize())
                .build(dimensions);
    }

    @Override
    public void start(Dimensions dimensions, Reals64 parameters, SplittableRandom random) {
        Layout layout = layout(dimensions);
        Starts.gaussian(layout.in(parameters, "encoder"), random);
        Starts.gaussian(layout.in(parameters, "decoder"), random);
    }

    /** Code entries beyond the subspace are encoded but not yet decoded. */
    @Override
    public void span(Dimensions dimensions, Reals64 parameters, Subspace subspace) {
        Layout layout = layout(dimensions);
        subspace.setColumns(layout.in(parameters, "encoder").t(), 1);
        subspace.setColumns(layout.in(parameters, "decoder"), 0);
    }

    @Override
    public Composition composition(Dimensions dimensions, Reals64 parameters, Reals64 gradient) {
        Layout layout = layout(dimensions);
        return new Composition(
                layout.in(parameters, "encoder"),
                layout.in(parameters, "decoder"),
                layout.in(gradient, "encoder"),
                layout.in(gradient, "decoder"));
    }

    /** The parameters are the weights. */
    @Override
    public Form form(Dimensions dimensions, boolean partial, Reals parameters, Reals gradient) {
        Layout layout = layout(dimensions);
        return new DirectForm(
                dimensions,
                parameters,
                gradient,
                (rows, weights, passGradient) -> new LinearPass(layout, dimensions, rows, weights, passGradient));
    }
}
