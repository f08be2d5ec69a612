package io.eckart.network;

/**
 * The last layer of a predictor, a dense layer {@code z = W y + b} on the code y. The kind of label decides how its outputs are
 * trained.
 */
public sealed interface Head permits SoftmaxHead, LinearHead {

    /** c, the number of outputs of the layer. */
    int outputs();
}
