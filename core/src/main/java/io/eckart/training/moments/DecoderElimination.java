package io.eckart.training.moments;

import io.eckart.network.pass.Composition;
import io.eckart.network.pass.Layout;
import io.eckart.numerics.Lockstep;
import io.eckart.numerics.product.MatrixView;
import io.eckart.numerics.product.Reals64;

/**
 * Where B does not enter A, the best B given A has a closed form, {@code B = Sx' A' (A Sxx A')^-1}: B is set to it and only A is
 * searched for (variable projection, Golub and Pereyra 1973). For k at least d and an A of full rank nothing is left to search for.
 */
class DecoderElimination implements Preconditioner {
    private static final double DAMPING = 1e-12;

    private final Layout.Part part;
    private final Composition composition;
    private final SymmetricProduct inputCode;
    private final SymmetricProduct crossCode;
    private final MatrixView codeMoment;
    private final DampedInverse inverse;

    DecoderElimination(Layout layout, LinearProblem problem, Composition composition, Lockstep team) {
        this.part = layout.part("decoder");
        this.composition = composition;
        int d = part.rows();
        int k = part.columns();
        this.inputCode = new SymmetricProduct(MatrixView.of(problem.input()), MatrixView.zeros(d, k), team);
        this.crossCode = new SymmetricProduct(MatrixView.of(problem.cross()), MatrixView.zeros(d, k), team);
        this.codeMoment = MatrixView.zeros(k, k);
        this.inverse = new DampedInverse(k, DAMPING);
    }

    /** Sets B in the parameters and in the point they were copied from. */
    @Override
    public void eliminate(double[] point) {
        composition.compose();
        MatrixView a = composition.encoder();
        codeMoment.setProduct(a, inputCode.of(a.t()));
        MatrixView decoder = composition.decoder();
        decoder.setProduct(crossCode.of(a.t()), inverse.of(codeMoment));
        part.in(new Reals64(point)).copy(decoder);
    }

    @Override
    public void finishGradient(Reals64 gradient) {
        part.in(gradient).fill(0);
    }

    @Override
    public void apply(double[] vector) {
        // A is scaled by the forms for which a scaling is known.
    }
}
