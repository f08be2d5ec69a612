package io.eckart.training.moments;

import io.eckart.network.pass.Composition;
import io.eckart.network.pass.Layout;
import io.eckart.numerics.Lockstep;
import io.eckart.numerics.product.MatrixView;
import io.eckart.numerics.product.Reals64;

/** B eliminated and {@code dA -> 1/2 G^-1 dA Sxx^-1}: a full step is then one of alternating least squares. */
final class EncoderScaling extends DecoderElimination {
    private static final double DAMPING = 1e-6;

    private final Layout.Part part;
    private final Composition composition;
    private final DampedInverse gramInverse;
    private final SymmetricProduct inputInverse;
    private final MatrixView gram;
    private final MatrixView wide;

    EncoderScaling(Layout layout, LinearProblem problem, Composition composition, Lockstep team) {
        super(layout, problem, composition, team);
        this.part = layout.part("encoder");
        this.composition = composition;
        int k = part.rows();
        int d = part.columns();
        MatrixView inverse = new DampedInverse(d, DAMPING).of(MatrixView.of(problem.input()));
        this.inputInverse = new SymmetricProduct(inverse, MatrixView.zeros(d, k), team);
        this.gramInverse = new DampedInverse(k, DAMPING);
        this.gram = MatrixView.zeros(k, k);
        this.wide = MatrixView.zeros(k, d);
    }

    @Override
    public void apply(double[] vector) {
        MatrixView b = composition.decoder();
        gram.setProduct(b.t(), b);
        MatrixView step = part.in(new Reals64(vector));
        wide.copy(inputInverse.of(step.t()).t());
        step.setProduct(gramInverse.of(gram), wide);
        step.scale(0.5);
    }
}
