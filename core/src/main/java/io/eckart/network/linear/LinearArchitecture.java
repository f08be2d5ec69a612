package io.eckart.network.linear;

import io.eckart.network.Architecture;
import io.eckart.network.Composition;
import io.eckart.network.Dimensions;
import io.eckart.network.Form;
import io.eckart.network.Subspace;
import io.eckart.numerics.product.Reals;
import io.eckart.numerics.product.Reals64;

/**
 * An autoencoder whose code and reconstruction are linear in the row: {@code y = A x}, {@code x^ = B y}, with A made from
 * the parameters (notes 15.4). It sees data through second moments only.
 */
public sealed interface LinearArchitecture extends Architecture
        permits FreeEncoder, PinvEncoder, SharedEncoder, UnrolledEncoder, UntiedEncoder {

    /**
     * A and B for parameters in this array.
     *
     * @param parameters of {@link #layout}
     * @param gradient of {@link #layout}; {@link Composition#pullBack} writes there
     */
    Composition composition(Dimensions dimensions, Reals64 parameters, Reals64 gradient);

    /** Code entries beyond the directions of the subspace stay random, but of this size, and learn. */
    double BEYOND = 0.1;

    /** Sets A and B of random parameters to those of the subspace, {@code A = B'}. */
    void span(Dimensions dimensions, Reals64 parameters, Subspace subspace);

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
