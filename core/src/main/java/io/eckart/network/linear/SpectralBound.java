package io.eckart.network.linear;

import io.eckart.network.UnrolledEncoder;
import io.eckart.network.pass.Constraint;
import io.eckart.numerics.product.MatrixView;
import io.eckart.numerics.product.Reals.Precision;

/**
 * {@code eta s_max(B)^2 <= c}, kept by scaling B.
 *
 * <p>In most cases an upper bound of the left side is small enough: {@code eta ||B||_F^2}, or
 * {@code (tr (eta G)^16)^(1/16)} for the smaller Gram matrix G of B, which is at most n^(1/16) times too large. Only if
 * neither is are the eigenvalues of G computed, from a copy.
 */
final class SpectralBound implements Constraint {
    /** An upper bound on the relative rounding error of the powers in float32. */
    private static final double ROUNDING = 1e-3;

    private final MatrixView decoder;
    private final double step;
    private final double bound;
    private final MatrixView gram;
    private final MatrixView square;
    private final MatrixView wide;
    private final SpectralFilter filter;

    /** @param decoder B, d x k */
    SpectralBound(MatrixView decoder, UnrolledEncoder encoder, double bound) {
        this.decoder = decoder;
        this.step = encoder.step();
        this.bound = bound;
        int n = Math.min(decoder.rows(), decoder.columns());
        Precision precision = decoder.reals().precision();
        gram = MatrixView.zeros(precision, n, n);
        square = MatrixView.zeros(precision, n, n);
        wide = MatrixView.zeros(decoder.rows(), decoder.columns());
        filter = new SpectralFilter(wide, encoder);
    }

    @Override
    public void enforce() {
        if (step * decoder.sumOfSquares() <= bound || rootOfTrace() <= bound * (1 - ROUNDING)) {
            return;
        }
        wide.convert(decoder);
        filter.decompose();
        double reached = step * filter.largest();
        if (reached > bound) {
            decoder.scale(Math.sqrt(bound / reached));
        }
    }

    /** {@code (tr (eta G)^16)^(1/16) = ||(eta G)^8||_F^(1/8)}; infinite or NaN where a power overflows. */
    private double rootOfTrace() {
        SpectralFilter.setGram(gram, decoder);
        gram.scale(step);
        square.setProduct(gram, gram);
        gram.setProduct(square, square);
        square.setProduct(gram, gram);
        return Math.pow(square.sumOfSquares(), 1.0 / 16);
    }
}
