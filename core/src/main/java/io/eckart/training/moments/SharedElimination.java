package io.eckart.training.moments;

import io.eckart.network.pass.Layout;
import io.eckart.numerics.product.MatrixView;
import io.eckart.numerics.product.Reals64;

/**
 * For {@code A = C B'} with k below d the best C given B has a closed form, {@code C = G^-1 (B' Sx' B) N^-1} with
 * {@code N = B' Sxx B}: C is set to it and only B is searched for (variable projection, Golub and Pereyra 1973). Without
 * corruption this C is {@code (B'B)^-1} (notes 15.4.2).
 */
final class SharedElimination extends DecoderScaling {
    private static final double DAMPING = 1e-12;

    private final Layout.Part innerPart;
    private final MatrixView decoder;
    private final MatrixView inner;
    private final MatrixView cross;
    private final MatrixView input;
    private final boolean clean;
    private final DampedInverse gramInverse;
    private final DampedInverse codeInverse;
    private final MatrixView gram;
    private final MatrixView crossMoment;
    private final MatrixView inputMoment;
    private final MatrixView product;

    SharedElimination(Layout layout, MatrixView codeMoment, Reals64 parameters, LinearProblem problem) {
        super(layout, codeMoment);
        this.innerPart = layout.part("inner");
        this.decoder = part().in(parameters);
        this.inner = innerPart.in(parameters);
        this.cross = MatrixView.of(problem.cross());
        this.input = MatrixView.of(problem.input());
        this.clean = problem.clean();
        int k = decoder.columns();
        this.gramInverse = new DampedInverse(k, DAMPING);
        this.codeInverse = new DampedInverse(k, DAMPING);
        this.gram = MatrixView.zeros(k, k);
        this.crossMoment = MatrixView.zeros(k, k);
        this.inputMoment = MatrixView.zeros(k, k);
        this.product = MatrixView.zeros(k, k);
    }

    /** Sets C in the parameters and in the point they were copied from. */
    @Override
    public void eliminate(double[] point) {
        gram.setProduct(decoder.t(), decoder);
        MatrixView inverse = gramInverse.of(gram);
        if (clean) {
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
