package io.eckart.training.moments;

import io.eckart.network.pass.Composition;
import io.eckart.network.pass.Layout;
import io.eckart.numerics.product.MatrixView;
import io.eckart.numerics.product.Reals64;

/**
 * As {@link DecoderScaling}, but with less of what lies within B's own columns, {@code dB -> 1/2 (I - 1/2 P_B) dB M^-1}: in unrolled
 * gradient descent that changes the filter as well as the subspace.
 */
final class ProjectedScaling implements Preconditioner {
    private static final double DAMPING = 1e-6;
    private static final double WITHIN = 0.5;

    private final Layout.Part part;
    private final Composition composition;
    private final MatrixView codeMoment;
    private final DampedInverse codeInverse;
    private final DampedInverse gramInverse;
    private final MatrixView gram;
    private final MatrixView square;
    private final MatrixView second;
    private final MatrixView tall;

    ProjectedScaling(Layout layout, Composition composition, MatrixView codeMoment) {
        int k = codeMoment.rows();
        this.part = layout.part("decoder");
        this.composition = composition;
        this.codeMoment = codeMoment;
        this.codeInverse = new DampedInverse(k, DAMPING);
        this.gramInverse = new DampedInverse(k, DAMPING);
        this.gram = MatrixView.zeros(k, k);
        this.square = MatrixView.zeros(k, k);
        this.second = MatrixView.zeros(k, k);
        this.tall = MatrixView.zeros(part.rows(), k);
    }

    /** {@code G^-1} of the last step. */
    MatrixView gramInverse() {
        return gramInverse.value();
    }

    /** {@code M^-1} of the last step. */
    MatrixView codeInverse() {
        return codeInverse.value();
    }

    @Override
    public void apply(double[] vector) {
        MatrixView step = part.in(new Reals64(vector));
        MatrixView b = composition.decoder();
        gram.setProduct(b.t(), b);
        tall.setProduct(step, codeInverse.of(codeMoment));
        square.setProduct(b.t(), tall);
        second.setProduct(gramInverse.of(gram), square);
        step.copy(tall);
        step.addProduct(-WITHIN, b, second);
        step.scale(0.5);
    }
}
