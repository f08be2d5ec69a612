package io.eckart.network.linear;

import io.eckart.network.Dimensions;
import io.eckart.network.pass.Composition;
import io.eckart.network.pass.Layout;
import io.eckart.network.pass.Starts;
import io.eckart.numerics.blas.LinearAlgebra;
import io.eckart.numerics.product.MatrixView;
import io.eckart.numerics.product.Reals64;
import java.util.SplittableRandom;

/**
 * Only B is learnt; A is its pseudo-inverse.
 *
 * <p>k below d: {@code A = G^-1 B'} with {@code G = B'B}, so BA is a projection at every step. With {@code M = G^-1 dL/dA} and
 * {@code N = A M'} the gradient is {@code dL/dB += M' - B (N + N')} (Golub and Pereyra 1973).
 *
 * <p>k at least d: {@code A = B' K^-1} with {@code K = BB'}, so {@code BA = I}: complete rows are reconstructed exactly.
 * With {@code M = K^-1 (dL/dA)'} and {@code N = M A} the gradient is {@code dL/dB += M - (N + N') B}.
 */
public record PinvNetwork() implements LinearNetwork {

    /** Random for k below d; for k at least d the identity, which training does not change. */
    @Override
    public void start(Dimensions dimensions, Reals64 parameters, SplittableRandom random) {
        MatrixView decoder = layout(dimensions).in(parameters, "decoder");
        if (dimensions.isBottleneck()) {
            Starts.gaussian(decoder, random);
        } else {
            Starts.identity(decoder);
        }
    }

    @Override
    public Composition composition(Dimensions dimensions, Reals64 parameters, Reals64 gradient) {
        Layout layout = layout(dimensions);
        MatrixView decoder = layout.in(parameters, "decoder");
        MatrixView decoderGradient = layout.in(gradient, "decoder");
        return dimensions.isBottleneck() ? new Tall(decoder, decoderGradient) : new Wide(decoder, decoderGradient);
    }

    private static MatrixView likeTransposed(MatrixView matrix) {
        MatrixView flipped = matrix.t();
        return MatrixView.zeros(flipped.rows(), flipped.columns());
    }

    private static final class Tall extends Composition {
        private final LeastSquares leastSquares;
        private final MatrixView m;
        private final MatrixView n;
        private final MatrixView symmetric;

        Tall(MatrixView decoder, MatrixView decoderGradient) {
            super(likeTransposed(decoder), decoder, likeTransposed(decoder), decoderGradient);
            int k = decoder.columns();
            leastSquares = new LeastSquares(decoder);
            m = likeTransposed(decoder);
            n = MatrixView.zeros(k, k);
            symmetric = MatrixView.zeros(k, k);
        }

        @Override
        public void compose() {
            leastSquares.factor();
            encoder().copy(decoder().t());
            leastSquares.solve(encoder());
        }

        @Override
        public void pullBack() {
            m.copy(encoderGradient());
            leastSquares.solve(m);
            n.setProduct(encoder(), m.t());
            symmetric.copy(n);
            symmetric.add(1, n.t());
            decoderGradient().add(1, m.t());
            decoderGradient().addProduct(-1, decoder(), symmetric);
        }
    }

    private static final class Wide extends Composition {
        private final MatrixView gram;
        private final MatrixView solved;
        private final MatrixView inner;
        private final MatrixView symmetric;

        Wide(MatrixView decoder, MatrixView decoderGradient) {
            super(likeTransposed(decoder), decoder, likeTransposed(decoder), decoderGradient);
            int d = decoder.rows();
            gram = MatrixView.zeros(d, d);
            solved = MatrixView.zeros(d, decoder.columns());
            inner = MatrixView.zeros(d, d);
            symmetric = MatrixView.zeros(d, d);
        }

        @Override
        public void compose() {
            gram.setProduct(decoder(), decoder().t());
            if (LinearAlgebra.get().cholesky(gram.rows(), gram.doubles()) != 0) {
                throw new ArithmeticException("the rows of B are not independent, so it has no right inverse");
            }
            solved.copy(decoder());
            solve();
            encoder().copy(solved.t());
        }

        private void solve() {
            LinearAlgebra.get().choleskySolve(gram.rows(), solved.columns(), gram.doubles(), solved.doubles());
        }

        @Override
        public void pullBack() {
            solved.copy(encoderGradient().t());
            solve();
            inner.setProduct(solved, encoder());
            symmetric.copy(inner);
            symmetric.add(1, inner.t());
            decoderGradient().add(1, solved);
            decoderGradient().addProduct(-1, symmetric, decoder());
        }
    }
}
