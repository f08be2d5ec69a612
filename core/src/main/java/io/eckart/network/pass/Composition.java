package io.eckart.network.pass;

import io.eckart.numerics.product.MatrixView;

/**
 * Encoder A (k x d) and decoder B (d x k) of a linear autoencoder as functions of its parameters, and the gradients of the
 * parameters. It works on the arrays that it is made with, and allocates nothing later; not thread-safe.
 */
public class Composition {
    private final MatrixView encoder;
    private final MatrixView decoder;
    private final MatrixView encoderGradient;
    private final MatrixView decoderGradient;

    public Composition(MatrixView encoder, MatrixView decoder, MatrixView encoderGradient, MatrixView decoderGradient) {
        this.encoder = encoder;
        this.decoder = decoder;
        this.encoderGradient = encoderGradient;
        this.decoderGradient = decoderGradient;
    }

    /** A, k x d, as of the last {@link #compose}. */
    public final MatrixView encoder() {
        return encoder;
    }

    /** B, d x k. */
    public final MatrixView decoder() {
        return decoder;
    }

    /** dL/dA, set by the caller before {@link #pullBack}. */
    public final MatrixView encoderGradient() {
        return encoderGradient;
    }

    /** The direct dL/dB, set by the caller before {@link #pullBack}, which adds the part through A. */
    public final MatrixView decoderGradient() {
        return decoderGradient;
    }

    /**
     * Computes A for the present parameters.
     *
     * @throws io.eckart.network.UnstableStepException if gradient descent with this step would diverge
     */
    public void compose() {
        // A and B may be parameters themselves.
    }

    /** Turns dL/dA and the direct dL/dB into the gradient of the parameters. */
    public void pullBack() {
        // The gradients of A and B may be those of the parameters.
    }
}
