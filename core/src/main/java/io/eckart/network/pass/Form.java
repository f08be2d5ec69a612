package io.eckart.network.pass;

import io.eckart.network.Dimensions;
import io.eckart.numerics.product.Reals;
import org.jspecify.annotations.Nullable;

/**
 * The arrays that batches of rows run through, made from the parameters once a step: the weights of a network as they are, or
 * the encoder matrix that {@link Composition} makes of the parameters.
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

    /** What passes compute with; the parameters themselves where nothing has to be made of them. */
    public final Reals weights() {
        return weights;
    }

    /** Where the sum of all passes' gradients is to be put before {@link #pullBack}. */
    public final Reals weightGradient() {
        return weightGradient;
    }

    /**
     * Makes the weights of the present parameters.
     *
     * @throws io.eckart.network.UnstableStepException if gradient descent with this step would diverge
     */
    public abstract void compose();

    /** Turns the gradient of the weights into that of the parameters. */
    public abstract void pullBack();

    /**
     * A pass over a fixed number of rows, for one thread at a time.
     *
     * @param gradient of the weights, to which {@link Pass#backward} adds; null for a pass that only goes forward
     */
    public abstract Pass pass(int rows, @Nullable Reals gradient);
}
