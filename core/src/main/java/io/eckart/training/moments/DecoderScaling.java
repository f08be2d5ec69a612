package io.eckart.training.moments;

import io.eckart.network.pass.Layout;
import io.eckart.numerics.product.MatrixView;
import io.eckart.numerics.product.Reals64;

/**
 * {@code dB -> 1/2 dB M^-1} with {@code M = A Sxx A'}: for the pseudo-inverse a full step is then one step of block power
 * iteration.
 */
class DecoderScaling implements Preconditioner {
    private static final double DAMPING = 1e-6;

    private final Layout.Part part;
    private final MatrixView codeMoment;
    private final DampedInverse inverse;
    private final MatrixView tall;

    DecoderScaling(Layout layout, MatrixView codeMoment) {
        this.part = layout.part("decoder");
        this.codeMoment = codeMoment;
        this.inverse = new DampedInverse(codeMoment.rows(), DAMPING);
        this.tall = MatrixView.zeros(part.rows(), part.columns());
    }

    @Override
    public void apply(double[] vector) {
        MatrixView decoder = part.in(new Reals64(vector));
        tall.setProduct(decoder, inverse.of(codeMoment));
        decoder.copy(tall);
        decoder.scale(0.5);
    }

    /** The part for B, d x k. */
    final Layout.Part part() {
        return part;
    }

    /** {@code C = Q'SQ} for S of d x d and Q of d x k. */
    final void setCongruence(MatrixView c, MatrixView s, MatrixView q) {
        tall.setProduct(s, q);
        c.setProduct(q.t(), tall);
    }
}
