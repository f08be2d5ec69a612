package io.eckart.network.pass;

import io.eckart.network.Dimensions;
import io.eckart.numerics.product.Reals;
import org.jspecify.annotations.Nullable;

/**
 * The weights that batches of rows are computed with, made from the parameters once in each training step: the parameters
 * themselves, or the encoder matrix that {@link Composition} computes from them. Not thread-safe, but passes of one form may run
 * at the same time.
 */
public abstract class Form {
    private final Dimensions dimensions;
    private final Reals weights;
    private final Reals weightGradient;

    public Form(Dimensions dimensions, Reals weights, Reals weightGradient) {
        this.dimensions = dimensions;
        this.weights = weights;
        this.weightGradient = weightGradient;
    }

    public final Dimensions dimensions() {
        return dimensions;
    }

    /** The weights that passes compute with; the parameters themselves if nothing is composed. */
    public final Reals weights() {
        return weights;
    }

    /** The sum of the gradients of all passes, set by the caller before {@link #pullBack}. */
    public final Reals weightGradient() {
        return weightGradient;
    }

    /**
     * Computes the weights for the current parameters.
     *
     * @throws io.eckart.network.UnstableStepException if gradient descent with this step would diverge
     */
    public void compose() {
        // The weights may be the parameters themselves.
    }

    /** Turns the gradient of the weights into that of the parameters. */
    public void pullBack() {
        // The gradient of the weights may be that of the parameters.
    }

    /**
     * A pass over a fixed number of rows, for one thread at a time.
     *
     * @param gradient of the weights, to which {@link Pass#backward} adds; null for a pass that only goes forward
     */
    public abstract Pass pass(int rows, @Nullable Reals gradient);
}
