package io.eckart.network.layer;

import io.eckart.network.Head;
import io.eckart.numerics.product.MatrixView;
import io.eckart.numerics.product.Reals;

/** The loss of the outputs of a {@link Head}. */
public sealed interface HeadLoss permits SoftmaxLoss, SquaredLoss {

    /**
     * The loss, summed over the rows by their weights, and its gradient.
     *
     * @param outputs z, n x c
     * @param targets n x c, as the head defines them, finite
     * @param weights n entries, at least 0
     * @param factor the factor of the gradient, such as 1/n
     * @param gradient n x c, overwritten with {@code factor dL/dz}
     */
    double loss(MatrixView outputs, Reals targets, double[] weights, double factor, MatrixView gradient);
}
