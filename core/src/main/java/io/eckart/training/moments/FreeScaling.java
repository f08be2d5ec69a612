package io.eckart.training.moments;

import io.eckart.network.pass.Composition;
import io.eckart.network.pass.Layout;
import io.eckart.numerics.Lockstep;
import io.eckart.numerics.product.MatrixView;
import io.eckart.numerics.product.Reals64;

/**
 * The scaling for A and B as independent parameters. With {@code W = (Sxx + e I)^-1}, {@code G = B'B},
 * {@code M = A (Sxx + e I) A'} and the projection P_B onto B's columns:
 *
 * <pre>
 *   dA -> 1/2 G^-1 (dA W - 1/2 dA A' M^-1 A)
 *   dB -> 1/2 (I - 1/2 P_B) dB M^-1
 * </pre>
 *
 * Each is the inverse of its own block of the Hessian. The subtracted halves divide between A and B the change that both can
 * make, {@code (A, B) -> (Q^-1 A, B Q)}. The same e in W and M keeps the scaling positive.
 */
final class FreeScaling implements Preconditioner {
    private static final double DAMPING = 1e-3;

    private final Layout.Part part;
    private final Composition composition;
    private final MatrixView codeMoment;
    private final double added;
    private final SymmetricProduct inputInverse;
    private final MatrixView damped;
    private final ProjectedScaling decoderScaling;
    private final MatrixView square;
    private final MatrixView second;
    private final MatrixView wide;
    private final MatrixView wideScaled;

    FreeScaling(Layout layout, LinearProblem problem, Composition composition, MatrixView codeMoment, Lockstep team) {
        int k = codeMoment.rows();
        int d = problem.features();
        this.part = layout.part("encoder");
        this.composition = composition;
        this.codeMoment = codeMoment;
        this.added = DAMPING * problem.input().trace() / d;
        MatrixView inverse = new DampedInverse(d, DAMPING).of(MatrixView.of(problem.input()));
        this.inputInverse = new SymmetricProduct(inverse, MatrixView.zeros(d, k), team);
        this.damped = MatrixView.zeros(k, k);
        this.decoderScaling = new ProjectedScaling(layout, composition, damped);
        this.square = MatrixView.zeros(k, k);
        this.second = MatrixView.zeros(k, k);
        this.wide = MatrixView.zeros(k, d);
        this.wideScaled = MatrixView.zeros(k, d);
    }

    @Override
    public void apply(double[] vector) {
        MatrixView a = composition.encoder();
        damped.setProduct(a, a.t());
        damped.scale(added);
        damped.add(1, codeMoment);
        decoderScaling.apply(vector);
        scaleEncoder(part.in(new Reals64(vector)), a);
    }

    private void scaleEncoder(MatrixView step, MatrixView a) {
        wide.copy(inputInverse.of(step.t()).t());
        square.setProduct(step, a.t());
        second.setProduct(square, decoderScaling.codeInverse());
        wide.addProduct(-0.5, second, a);
        wideScaled.setProduct(decoderScaling.gramInverse(), wide);
        step.copy(wideScaled);
        step.scale(0.5);
    }
}
