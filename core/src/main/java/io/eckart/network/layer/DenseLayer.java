package io.eckart.network.layer;

import io.eckart.network.pass.GradientTerm;
import io.eckart.numerics.Activation;
import io.eckart.numerics.product.MatrixView;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A dense layer over a fixed number of rows: {@code Z = X W' + b}, {@code H = f(Z)}. */
final class DenseLayer {

    /**
     * Weights or their gradients.
     *
     * @param weight outputs x inputs
     * @param bias 1 x outputs
     */
    record Weights(MatrixView weight, MatrixView bias) {}

    /**
     * A second input with its own weights.
     *
     * @param weight outputs x its width
     */
    record Extra(MatrixView input, MatrixView weight) {}

    private final Activation activation;
    private final @Nullable Extra extra;
    private final Weights weights;
    private final @Nullable Weights gradient;
    /** Z, or f'(Z) in a pass that computes gradients; the output itself if f is the identity. */
    private final MatrixView before;

    private final MatrixView after;
    private final MatrixView outputGradient;

    DenseLayer(
            Activation activation,
            Weights weights,
            @Nullable Weights gradient,
            @Nullable Extra extra,
            MatrixView output,
            MatrixView outputGradient) {
        this.activation = activation;
        this.extra = extra;
        this.weights = weights;
        this.gradient = gradient;
        this.after = output;
        this.before = activation == Activation.IDENTITY
                ? output
                : MatrixView.zeros(output.reals().precision(), output.rows(), output.columns());
        this.outputGradient = outputGradient;
    }

    MatrixView output() {
        return after;
    }

    /** dL/dH; overwritten with dL/dZ by {@link #backward}. */
    MatrixView outputGradient() {
        return outputGradient;
    }

    void forward(MatrixView input) {
        MatrixView bias = weights.bias;
        before.reals().fillRows(before.offset(), before.rows(), before.columns(), bias.reals(), bias.offset());
        before.addProduct(1, input, weights.weight.t());
        if (extra != null) {
            before.addProduct(1, extra.input, extra.weight.t());
        }
        if (before == after) {
            return;
        }
        if (gradient == null) {
            after.reals().activate(activation, after.offset(), after.length(), before.reals(), before.offset());
        } else {
            after.reals().activateAndDifferentiate(activation, after.offset(), after.length(), before.reals());
        }
    }

    /** @param inputGradient dL/dX on return, or null if it is not needed */
    void backward(@Nullable MatrixView inputGradient) {
        MatrixView back = outputGradient;
        if (before != after) {
            back.reals().multiply(back.offset(), back.length(), before.reals());
        }
        if (inputGradient != null) {
            inputGradient.setProduct(back, weights.weight);
        }
    }

    /** The terms of the gradient of weight and bias, dL/dZ' X and the sums of dL/dZ. */
    List<GradientTerm> terms(MatrixView input) {
        Weights to = Objects.requireNonNull(gradient, "this pass only goes forward");
        return List.of(
                GradientTerm.Product.of(to.weight, outputGradient, input),
                new GradientTerm.ColumnSums(to.bias, outputGradient));
    }
}
