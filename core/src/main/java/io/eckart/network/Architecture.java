package io.eckart.network;

import io.eckart.numerics.product.Reals;
import io.eckart.numerics.product.Reals64;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * How an autoencoder is built: which parameters it has and how a row becomes a code and the code a row again. General
 * networks ({@link io.eckart.network.layer.NetworkEncoder NetworkEncoder}) are the common case; the linear ones of notes 15.4 are the special case without bias and
 * activation.
 *
 * <p>Rows are meant to be standardised as a whole: minus the origin, over one scale for all cells, so that their mean square
 * cell is about 1.
 */
public interface Architecture extends Blueprint {

    @Override
    default Architecture of(int features, int codeSize) {
        return this;
    }

    /** Whether rows with hidden cells are read as values beside an indicator; otherwise hidden cells are left out. */
    boolean readsIndicator();

    /** The word for this family in files and on the command line. */
    String kind();

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

    /** The settings beside the dimensions, by name, as they stand in files. */
    Map<String, String> settings();
}
