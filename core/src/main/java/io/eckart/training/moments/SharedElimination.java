package io.eckart.training.moments;

import io.eckart.network.pass.Layout;
import io.eckart.numerics.product.MatrixView;
import io.eckart.numerics.product.Reals64;

/**
 * The best C given B has a closed form: C is set to it and only B is searched for (variable projection, Golub and Pereyra 1973).
 *
 * <p>k below d: {@code A = C B'}, {@code C = G^-1 (B' Sx' B) N^-1} with {@code N = B' Sxx B}; without corruption this is
 * {@code (B'B)^-1} (notes 15.4.2). k at least d: {@code A = B'C}, {@code C = (BB')^-1 Sx' Sxx^-1}, without corruption
 * {@code (BB')^-1}; for a B of full rank nothing is left to search for.
 */
final class SharedElimination extends DecoderScaling {
    private static final double DAMPING = 1e-12;

    private final Layout.Part innerPart;
    private final MatrixView decoder;
    private final MatrixView inner;
    private final MatrixView cross;
    private final MatrixView input;
    private final boolean clean;
    private final boolean tall;
    private final DampedInverse gramInverse;
    private final DampedInverse codeInverse;
    private final MatrixView gram;
    private final MatrixView crossMoment;
    private final MatrixView inputMoment;
    private final MatrixView regression;
    private final MatrixView product;

    SharedElimination(Layout layout, MatrixView codeMoment, Reals64 parameters, LinearProblem problem) {
        super(layout, codeMoment);
        this.innerPart = layout.part("inner");
        this.decoder = part().in(parameters);
        this.inner = innerPart.in(parameters);
        this.cross = MatrixView.of(problem.cross());
        this.input = MatrixView.of(problem.input());
        this.clean = problem.clean();
        this.tall = decoder.columns() < decoder.rows();
        int n = inner.rows();
        this.gramInverse = new DampedInverse(n, DAMPING);
        this.codeInverse = new DampedInverse(n, DAMPING);
        this.gram = MatrixView.zeros(n, n);
        this.crossMoment = MatrixView.zeros(n, n);
        this.inputMoment = MatrixView.zeros(n, n);
        this.regression = tall ? MatrixView.zeros(0, 0) : problem.regression();
        this.product = MatrixView.zeros(n, n);
    }

    /** Sets C in the parameters and in the point they were copied from. */
    @Override
    public void eliminate(double[] point) {
        if (tall) {
            gram.setProduct(decoder.t(), decoder);
        } else {
            gram.setProduct(decoder, decoder.t());
        }
        MatrixView inverse = gramInverse.of(gram);
        if (!tall) {
            inner.setProduct(inverse, regression);
        } else if (clean) {
            inner.copy(inverse);
        } else {
            setInner(inverse);
        }
        innerPart.in(new Reals64(point)).copy(inner);
    }

    private void setInner(MatrixView inverse) {
        setCongruence(crossMoment, cross.t(), decoder);
        setCongruence(inputMoment, input, decoder);
        product.setProduct(inverse, crossMoment);
        inner.setProduct(product, codeInverse.of(inputMoment));
    }

    @Override
    public void finishGradient(Reals64 gradient) {
        innerPart.in(gradient).fill(0);
    }
}
