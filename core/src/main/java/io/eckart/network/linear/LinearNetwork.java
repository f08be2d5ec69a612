package io.eckart.network.linear;

import io.eckart.network.Dimensions;
import io.eckart.network.pass.Composition;
import io.eckart.network.pass.Form;
import io.eckart.network.pass.Layout;
import io.eckart.network.pass.Network;
import io.eckart.network.pass.Subspace;
import io.eckart.numerics.product.Reals;
import io.eckart.numerics.product.Reals64;

/** The network of a {@link io.eckart.network.LinearArchitecture}: {@code y = A x}, {@code x^ = B y}, with A made from the parameters. */
public sealed interface LinearNetwork extends Network
        permits FreeNetwork, PinvNetwork, SharedNetwork, UnrolledNetwork, UntiedNetwork {

    /**
     * A and B for parameters in this array.
     *
     * @param parameters of {@link #layout}
     * @param gradient of {@link #layout}; {@link Composition#pullBack} writes there
     */
    Composition composition(Dimensions dimensions, Reals64 parameters, Reals64 gradient);

    /** Code entries beyond the directions of the subspace stay random, but of this size, and learn. */
    double BEYOND = 0.1;

    /** B, where A is made from B alone. */
    @Override
    default Layout layout(Dimensions dimensions) {
        return new Layout.Builder()
                .add("decoder", dimensions.features(), dimensions.codeSize())
                .build(dimensions);
    }

    /** Sets A and B of random parameters to those of the subspace, {@code A = B'}. */
    default void span(Dimensions dimensions, Reals64 parameters, Subspace subspace) {
        subspace.setColumns(layout(dimensions).in(parameters, "decoder"), BEYOND);
    }

    @Override
    default boolean startAt(Dimensions dimensions, Reals64 parameters, Subspace subspace) {
        span(dimensions, parameters, subspace);
        subspace.setOptional(layout(dimensions), parameters);
        return true;
    }

    @Override
    default Form form(Dimensions dimensions, boolean partial, Reals parameters, Reals gradient) {
        return new LinearForm(this, dimensions, parameters, gradient);
    }
}
