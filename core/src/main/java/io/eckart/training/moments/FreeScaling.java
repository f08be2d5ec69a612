package io.eckart.training.moments;

import io.eckart.network.pass.Composition;
import io.eckart.network.pass.Layout;
import io.eckart.numerics.DoubleMatrix;
import io.eckart.numerics.Lockstep;
import io.eckart.numerics.product.MatrixView;
import io.eckart.numerics.product.Reals.Precision;
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
    private static final double SMALL_DAMPING = 1e-6;

    private final Layout.Part encoderPart;
    private final Layout.Part decoderPart;
    private final Composition composition;
    private final MatrixView codeMoment;
    private final double added;
    private final SymmetricProduct inputInverse;
    private final DampedInverse gramInverse;
    private final DampedInverse codeInverse;
    private final MatrixView gram;
    private final MatrixView damped;
    private final MatrixView square;
    private final MatrixView second;
    private final MatrixView wide;
    private final MatrixView wideScaled;
    private final MatrixView tall;

    FreeScaling(Layout layout, LinearProblem problem, Composition composition, MatrixView codeMoment, Lockstep team) {
        int k = codeMoment.rows();
        int d = problem.features();
        this.encoderPart = layout.part("encoder");
        this.decoderPart = layout.part("decoder");
        this.composition = composition;
        this.codeMoment = codeMoment;
        DoubleMatrix input = problem.input();
        this.added = DAMPING * input.trace() / d;
        MatrixView entries = new MatrixView(new Reals64(input.values()), 0, d, d);
        this.inputInverse = new SymmetricProduct(
                new DampedInverse(d, DAMPING).of(entries), MatrixView.zeros(Precision.FLOAT64, d, k), team);
        this.gramInverse = new DampedInverse(k, SMALL_DAMPING);
        this.codeInverse = new DampedInverse(k, SMALL_DAMPING);
        this.gram = MatrixView.zeros(Precision.FLOAT64, k, k);
        this.damped = MatrixView.zeros(Precision.FLOAT64, k, k);
        this.square = MatrixView.zeros(Precision.FLOAT64, k, k);
        this.second = MatrixView.zeros(Precision.FLOAT64, k, k);
        this.wide = MatrixView.zeros(Precision.FLOAT64, k, d);
        this.wideScaled = MatrixView.zeros(Precision.FLOAT64, k, d);
        this.tall = MatrixView.zeros(Precision.FLOAT64, d, k);
    }

    @Override
    public void apply(double[] vector) {
        Reals64 values = new Reals64(vector);
        MatrixView a = composition.encoder();
        MatrixView b = composition.decoder();
        gram.setProduct(b.t(), b);
        damped.setProduct(a, a.t());
        damped.scale(added);
        damped.add(1, codeMoment);
        MatrixView invG = gramInverse.of(gram);
        MatrixView invM = codeInverse.of(damped);
        scaleEncoder(encoderPart.in(values), a, invG, invM);
        scaleDecoder(decoderPart.in(values), b, invG, invM);
    }

    private void scaleEncoder(MatrixView step, MatrixView a, MatrixView invG, MatrixView invM) {
        wide.copy(inputInverse.of(step.t()).t());
        square.setProduct(step, a.t());
        second.setProduct(square, invM);
        wide.addProduct(-0.5, second, a);
        wideScaled.setProduct(invG, wide);
        step.copy(wideScaled);
        step.scale(0.5);
    }

    private void scaleDecoder(MatrixView step, MatrixView b, MatrixView invG, MatrixView invM) {
        tall.setProduct(step, invM);
        square.setProduct(b.t(), tall);
        second.setProduct(invG, square);
        step.copy(tall);
        step.addProduct(-0.5, b, second);
        step.scale(0.5);
    }
}
