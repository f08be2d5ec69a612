package io.eckart.network.pass;

import io.eckart.network.Dimensions;
import io.eckart.numerics.product.Reals;
import io.eckart.numerics.product.Reals64;
import java.util.SplittableRandom;

/**
 * The computations of an {@link io.eckart.network.Architecture}: its parameters in a flat array, their start, and how batches of rows are computed
 * with them. Immutable; it does not hold parameters.
 */
public interface Network {

    /** The parameters. */
    Layout layout(Dimensions dimensions);

    /**
     * Fills the parameters with a random start.
     *
     * @param parameters of {@link #layout}
     */
    void start(Dimensions dimensions, Reals64 parameters, SplittableRandom random);

    /**
     * Changes a random start so that the network projects on a subspace: training then starts at the error of PCA.
     *
     * @param parameters of {@link #layout}, random; changed only if that is possible
     * @return whether it is
     */
    boolean startAt(Dimensions dimensions, Reals64 parameters, Subspace subspace);

    /**
     * The weights and passes for batches of rows.
     *
     * @param partial whether cells of the rows may be hidden
     * @param parameters of {@link #layout}
     * @param gradient of {@link #layout}, the same precision
     */
    Form form(Dimensions dimensions, boolean partial, Reals parameters, Reals gradient);

    /** The constraint on parameters in this array. */
    default Constraint constraint(Dimensions dimensions, Reals parameters) {
        return Constraint.NONE;
    }
}
