package io.eckart.network;

/**
 * What stands on an encoder to predict a label: a dense layer {@code z = W y + b} on the code y, whose outputs are trained as
 * the kind of label asks for.
 */
public sealed interface Head permits SoftmaxHead, LinearHead {

    /** The outputs c of the layer. */
    int outputs();
}
