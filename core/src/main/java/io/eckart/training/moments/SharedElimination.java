package io.eckart.training.moments;

import io.eckart.network.pass.Layout;
import io.eckart.numerics.product.MatrixView;
import io.eckart.numerics.product.Reals.Precision;
import io.eckart.numerics.product.Reals64;

/**
 * For {@code A = C B'} with k below d the best C given B has a closed form, {@code C = G^-1 (B' Sx' B) N^-1} with
 * {@code N = B' Sxx B}: C is set to it and only B is searched for (variable projection, Golub and Pereyra 1973). Without
 * corruption this C is {@code (B'B)^-1} (notes 15.4.2).
 */
final class SharedElimination implements Preconditioner {
    private static final double DAMPING = 1e-12;

    private final Layout.Part decoderPart;
    private final Layout.Part innerPart;
    private final MatrixView decoder;
    private final MatrixView inner;
    private final MatrixView cross;
    private final MatrixView input;
    private final boolean clean;
    private final DecoderScaling scaling;
    private final DampedInverse gramInverse;
    private final DampedInverse codeInverse;
    private final MatrixView gram;
    private final MatrixView crossMoment;
    private final MatrixView inputMoment;
    private final MatrixView product;
    private final MatrixView tall;

    SharedElimination(
            Layout layout, Reals64 parameters, MatrixView cross, LinearProblem problem, DecoderScaling scaling) {
        this.decoderPart = layout.part("decoder");
        this.innerPart = layout.part("inner");
        this.decoder = decoderPart.in(parameters);
        this.inner = innerPart.in(parameters);
        this.cross = cross;
        int k = decoder.columns();
        int d = decoder.rows();
        this.input = new MatrixView(new Reals64(problem.input().values()), 0, d, d);
        this.clean = problem.clean();
        this.scaling = scaling;
        this.gramInverse = new DampedInverse(k, DAMPING);
        this.codeInverse = new DampedInverse(k, DAMPING);
        this.gram = MatrixView.zeros(Precision.FLOAT64, k, k);
        this.crossMoment = MatrixView.zeros(Precision.FLOAT64, k, k);
        this.inputMoment = MatrixView.zeros(Precision.FLOAT64, k, k);
        this.product = MatrixView.zeros(Precision.FLOAT64, k, k);
        this.tall = MatrixView.zeros(Precision.FLOAT64, d, k);
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
        tall.setProduct(cross.t(), decoder);
        crossMoment.setProduct(decoder.t(), tall);
        tall.setProduct(input, decoder);
        inputMoment.setProduct(decoder.t(), tall);
        product.setProduct(inverse, crossMoment);
        inner.setProduct(product, codeInverse.of(inputMoment));
    }

    @Override
    public void finishGradient(Reals64 gradient) {
        innerPart.in(gradient).fill(0);
    }

    @Override
    public void apply(double[] vector) {
        scaling.apply(vector);
    }
}
