package io.eckart.network.layer;

import io.eckart.numerics.product.MatrixView;
import io.eckart.numerics.product.Reals;

/**
 * What stands on an encoder to predict a label: a dense layer {@code z = W y + b} on the code y, and the loss its outputs are
 * trained with.
 */
public sealed interface Head permits SoftmaxHead, LinearHead {

    /** The outputs c of the layer. */
    int outputs();

    /**
     * The loss, summed over the rows by their weights, and its gradient.
     *
     * @param outputs z, n x c
     * @param targets n x c by this head's meaning, finite
     * @param weights n entries, at least 0
     * @param factor what the gradient is multiplied by, such as 1/n
     * @param gradient n x c, overwritten with {@code factor dL/dz}
     */
    double loss(MatrixView outputs, Reals targets, double[] weights, double factor, MatrixView gradient);
}
