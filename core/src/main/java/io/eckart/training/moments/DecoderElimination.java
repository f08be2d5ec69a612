package io.eckart.training.moments;

import io.eckart.network.pass.Composition;
import io.eckart.network.pass.Layout;
import io.eckart.numerics.Lockstep;
import io.eckart.numerics.product.MatrixView;
import io.eckart.numerics.product.Reals64;

/**
 * Where B does not enter A, the best B given A has a closed form: B is set to it and only A is searched for (variable projection,
 * Golub and Pereyra 1973). For k below d it is {@code B = Sx' A' (A Sxx A')^-1}. For k at least d it is
 * {@code B = Sx' Sxx^-1 (A'A)^-1 A'}, and for an A of full rank nothing is left to search for.
 */
class DecoderElimination implements Preconditioner {
    /** The inverse of a singular matrix has entries of 1 over this; their rounding is then no larger than what the damping changes. */
    private static final double DAMPING = 1e-10;

    private final Layout.Part part;
    private final Composition composition;
    private final boolean tall;
    private final SymmetricProduct inputCode;
    private final SymmetricProduct crossCode;
    private final DampedInverse inverse;
    private final MatrixView regression;
    private final MatrixView moment;
    private final MatrixView solution;
    private final MatrixView rest;

    DecoderElimination(Layout layout, LinearProblem problem, Composition composition, Lockstep team) {
        this.part = layout.part("decoder");
        this.composition = composition;
        int d = part.rows();
        int k = part.columns();
        int n = Math.min(d, k);
        this.tall = k < d;
        this.inputCode = new SymmetricProduct(MatrixView.of(problem.input()), MatrixView.zeros(d, k), team);
        this.crossCode = new SymmetricProduct(MatrixView.of(problem.cross()), MatrixView.zeros(d, k), team);
        this.inverse = new DampedInverse(n, DAMPING);
        this.regression = tall ? crossCode.value() : problem.regression();
        this.moment = MatrixView.zeros(n, n);
        this.solution = MatrixView.zeros(d, n);
        this.rest = MatrixView.zeros(d, n);
    }

    /** Sets B in the parameters and in the point they were copied from. */
    @Override
    public void eliminate(double[] point) {
        composition.compose();
        MatrixView a = composition.encoder();
        MatrixView decoder = composition.decoder();
        if (tall) {
            moment.setProduct(a, inputCode.of(a.t()));
            crossCode.of(a.t());
            solve();
            decoder.copy(solution);
        } else {
            moment.setProduct(a.t(), a);
            solve();
            decoder.setProduct(solution, a.t());
        }
        part.in(new Reals64(point)).copy(decoder);
    }

    /** The solution of {@code Z M = R}, and a step of refinement that takes the damping out. */
    private void solve() {
        solution.setProduct(regression, inverse.of(moment));
        rest.copy(regression);
        rest.addProduct(-1, solution, moment);
        solution.addProduct(1, rest, inverse.value());
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
