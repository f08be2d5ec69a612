package io.eckart.training.moments;

import io.eckart.network.UnrolledEncoder;
import io.eckart.network.pass.Layout;
import io.eckart.numerics.blas.LinearAlgebra;
import io.eckart.numerics.product.MatrixView;
import io.eckart.numerics.product.Reals64;

/**
 * For unrolled gradient descent on whole rows the best singular values of B given its span have a closed form; B is set to
 * them and only the span is searched for (variable projection, Golub and Pereyra 1973).
 *
 * <p>With orthonormal Q of B's span and {@code B = Q S} the map is {@code B A = Q F Q'}, where {@code F = 1 - (1 - eta S S')^T}
 * can be any symmetric matrix with eigenvalues in (0, 1]. With {@code C = Q' Sx Q} and {@code N = Q' Sxx Q} the error is
 * least at {@code F N + N F = C + C'}; without noise that is F = I, with noise the Wiener filter of the span. Q is the
 * orthonormal matrix nearest to B, and S symmetric, so that B changes as little as possible.
 */
final class UnrolledElimination extends DecoderScaling {
    /** The least filter: a direction of B that is zero would stay zero. */
    private static final double LEAST_FILTER = 1e-8;

    private static final double NEGLIGIBLE = 1e-14;

    private final UnrolledEncoder encoder;
    private final LinearProblem problem;
    private final MatrixView decoder;
    private final MatrixView cross;
    private final MatrixView input;
    private final MatrixView basis;
    private final MatrixView filter;
    private final MatrixView crossMoment;
    private final MatrixView inputMoment;
    private final MatrixView square;
    private final MatrixView scaled;
    private final double[] values;

    UnrolledElimination(
            UnrolledEncoder encoder, Layout layout, MatrixView codeMoment, Reals64 parameters, LinearProblem problem) {
        super(layout, codeMoment);
        this.encoder = encoder;
        this.problem = problem;
        this.decoder = part().in(parameters);
        this.cross = MatrixView.of(problem.cross());
        this.input = MatrixView.of(problem.input());
        int d = decoder.rows();
        int k = decoder.columns();
        this.basis = MatrixView.zeros(d, k);
        this.filter = MatrixView.zeros(k, k);
        this.crossMoment = MatrixView.zeros(k, k);
        this.inputMoment = MatrixView.zeros(k, k);
        this.square = MatrixView.zeros(k, k);
        this.scaled = MatrixView.zeros(k, k);
        this.values = new double[k];
    }

    /** Sets the singular values of B in the parameters and in the point they were copied from. */
    @Override
    public void eliminate(double[] point) {
        setBasis();
        if (problem.clean()) {
            decoder.copy(basis);
            decoder.scale(Math.sqrt(root(1)));
        } else {
            setFilter();
            setSpectrum();
        }
        part().in(new Reals64(point)).copy(decoder);
    }

    /** {@code Q = B (B'B)^(-1/2)}. */
    private void setBasis() {
        square.setProduct(decoder.t(), decoder);
        decompose(square);
        double least = NEGLIGIBLE * values[values.length - 1];
        for (int i = 0; i < values.length; i++) {
            values[i] = 1 / Math.sqrt(Math.max(values[i], least));
        }
        compose(square, filter);
        basis.setProduct(decoder, filter);
    }

    /** F in the eigenvectors of N, where the equation separates into single entries. */
    private void setFilter() {
        setCongruence(crossMoment, cross, basis);
        setCongruence(inputMoment, input, basis);
        decompose(inputMoment);
        scaled.setProduct(inputMoment, crossMoment);
        square.setProduct(scaled, inputMoment.t());
        double least = NEGLIGIBLE * values[values.length - 1];
        for (int i = 0; i < values.length; i++) {
            for (int j = 0; j < values.length; j++) {
                double both = square.get(i, j) + square.get(j, i);
                scaled.set(i, j, both / Math.max(values[i] + values[j], least));
            }
        }
        square.setProduct(inputMoment.t(), scaled);
        filter.setProduct(square, inputMoment);
    }

    /** {@code B = Q S} with {@code S S' = (1 - (1 - F)^(1/T)) / eta}. */
    private void setSpectrum() {
        decompose(filter);
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.sqrt(root(Math.clamp(values[i], LEAST_FILTER, 1)));
        }
        compose(filter, square);
        decoder.setProduct(basis, square);
    }

    /** The eigenvalue of B'B at which the filter is this much. */
    private double root(double filtered) {
        return -Math.expm1(Math.log1p(-filtered) / encoder.depth()) / encoder.step();
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
