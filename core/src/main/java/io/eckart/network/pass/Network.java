package io.eckart.network.pass;

import io.eckart.network.Dimensions;
import io.eckart.numerics.product.Reals;
import io.eckart.numerics.product.Reals64;
import java.util.SplittableRandom;

/**
 * An {@link io.eckart.network.Architecture} at work: its parameters in a flat array, and how batches of rows run through them and back. It holds
 * no parameters itself.
 */
public interface Network {

    /** What is learnt. */
    Layout layout(Dimensions dimensions);

    /**
     * Fills the parameters with a random start.
     *
     * @param parameters of {@link #layout}
     */
    void start(Dimensions dimensions, Reals64 parameters, SplittableRandom random);

    /**
     * Moves a random start to the projection on a subspace, so that the first error is that of PCA and training can only
     * improve on it.
     *
     * @param parameters of {@link #layout}, random; changed only if that is possible
     * @return whether it is
     */
    boolean startAt(Dimensions dimensions, Reals64 parameters, Subspace subspace);

    /**
     * What batches of rows run through.
     *
     * @param partial whether cells of the rows may be hidden
     * @param parameters of {@link #layout}
     * @param gradient of {@link #layout}, the same precision
     */
    Form form(Dimensions dimensions, boolean partial, Reals parameters, Reals gradient);

    /** The set that parameters in this array must stay in. */
    default Constraint constraint(Dimensions dimensions, Reals parameters) {
        return Constraint.NONE;
    }
}
