package io.eckart.training.moments;

import io.eckart.network.UnrolledEncoder;
import io.eckart.network.linear.UnrolledNetwork;
import io.eckart.network.pass.Layout;
import io.eckart.numerics.blas.LinearAlgebra;
import io.eckart.numerics.product.MatrixView;
import io.eckart.numerics.product.Reals64;

/**
 * For unrolled gradient descent the best singular values of B given its span have a closed form; B is set to them and only the
 * span is searched for (variable projection, Golub and Pereyra 1973). For k at least d the span is the whole space, and nothing is
 * left to search for.
 *
 * <p>With orthonormal Q of B's span and {@code B = Q S} the map is {@code B A = Q F Q'}, where {@code F = 1 - (1 - eta S S')^T}
 * can be any symmetric matrix with eigenvalues above 0 and up to {@link UnrolledNetwork#largestFilter}: see {@link BestFilter}.
 * Without corruption that is F = I, with noise the Wiener filter of the span. Q is the orthonormal matrix nearest to B, and S
 * symmetric, so that B changes as little as possible. For k above d likewise {@code B = S Q'} with Q of k x d.
 *
 * <p>What is left of the error depends on the span alone, so its gradient has no part within it, also where a factor is at the
 * end of its range.
 */
final class UnrolledElimination extends DecoderScaling {
    private static final double NEGLIGIBLE = 1e-14;

    private final UnrolledNetwork network;
    private final LinearProblem problem;
    private final boolean tall;
    private final MatrixView decoder;
    private final MatrixView cross;
    private final MatrixView input;
    private final MatrixView basis;
    private final BestFilter best;
    private final MatrixView filter;
    private final MatrixView crossMoment;
    private final MatrixView inputMoment;
    private final MatrixView square;
    private final MatrixView scaled;
    private final double[] values;

    UnrolledElimination(
            UnrolledEncoder encoder, Layout layout, MatrixView codeMoment, Reals64 parameters, LinearProblem problem) {
        super(layout, codeMoment);
        this.network = new UnrolledNetwork(encoder);
        this.problem = problem;
        this.decoder = part().in(parameters);
        this.tall = decoder.columns() < decoder.rows();
        this.cross = MatrixView.of(problem.cross());
        this.input = MatrixView.of(problem.input());
        int n = Math.min(decoder.rows(), decoder.columns());
        this.basis = MatrixView.zeros(decoder.rows(), decoder.columns());
        this.best = new BestFilter(n, network.largestFilter());
        this.filter = MatrixView.zeros(n, n);
        this.crossMoment = MatrixView.zeros(n, n);
        this.inputMoment = MatrixView.zeros(n, n);
        this.square = MatrixView.zeros(n, n);
        this.scaled = MatrixView.zeros(n, n);
        this.values = new double[n];
    }

    /** Sets the singular values of B in the parameters and in the point they were copied from. */
    @Override
    public void eliminate(double[] point) {
        setBasis();
        if (problem.clean()) {
            decoder.copy(basis);
            decoder.scale(Math.sqrt(network.eigenvalue(1)));
        } else {
            setFilter();
            setSpectrum();
        }
        part().in(new Reals64(point)).copy(decoder);
    }

    /** {@code Q = B (B'B)^(-1/2)}, or {@code Q' = (B B')^(-1/2) B}. */
    private void setBasis() {
        if (tall) {
            square.setProduct(decoder.t(), decoder);
        } else {
            square.setProduct(decoder, decoder.t());
        }
        decompose(square);
        double least = Math.max(Double.MIN_NORMAL, NEGLIGIBLE * values[values.length - 1]);
        for (int i = 0; i < values.length; i++) {
            values[i] = 1 / Math.sqrt(Math.max(values[i], least));
        }
        compose(square, filter);
        multiply(basis, decoder, filter);
    }

    private void setFilter() {
        if (tall) {
            setCongruence(crossMoment, cross, basis);
            setCongruence(inputMoment, input, basis);
            best.compute(crossMoment, inputMoment, filter);
        } else {
            best.compute(cross, input, filter);
        }
    }

    /** {@code B = Q S} or {@code S Q'}, where S S' has the eigenvalues that give the filter. */
    private void setSpectrum() {
        decompose(filter);
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.sqrt(network.eigenvalue(values[i]));
        }
        compose(filter, square);
        multiply(decoder, basis, square);
    }

    /** The product with a symmetric matrix on the side where B is narrow. */
    private void multiply(MatrixView to, MatrixView matrix, MatrixView symmetric) {
        if (tall) {
            to.setProduct(matrix, symmetric);
        } else {
            to.setProduct(symmetric, matrix);
        }
    }

    @Override
    public void finishGradient(Reals64 gradient) {
        MatrixView slope = part().in(gradient);
        if (tall) {
            square.setProduct(basis.t(), slope);
            slope.addProduct(-1, basis, square);
        } else {
            slope.fill(0);
        }
    }

    /** Overwrites the matrix by its eigenvectors in rows; their eigenvalues go to the values. */
    private void decompose(MatrixView symmetric) {
        LinearAlgebra.get().symmetricEigen(values.length, symmetric.doubles(), values);
    }

    /** {@code U diag(values) U'} for eigenvectors U in rows. */
    private void compose(MatrixView vectors, MatrixView into) {
        for (int i = 0; i < values.length; i++) {
            for (int j = 0; j < values.length; j++) {
                scaled.set(i, j, values[i] * vectors.get(i, j));
            }
        }
        into.setProduct(vectors.t(), scaled);
    }
}
