package io.eckart.network.linear;

import io.eckart.network.Dimensions;
import io.eckart.network.UnrolledEncoder;
import io.eckart.network.pass.Composition;
import io.eckart.network.pass.Constraint;
import io.eckart.network.pass.Form;
import io.eckart.network.pass.Layout;
import io.eckart.network.pass.Starts;
import io.eckart.network.pass.Subspace;
import io.eckart.numerics.product.MatrixView;
import io.eckart.numerics.product.Reals;
import io.eckart.numerics.product.Reals64;
import java.util.SplittableRandom;

/**
 * The code is the result of T steps of gradient descent on {@code ||x - B y||^2}:
 * {@code y_0 = 0}, {@code y_{t+1} = y_t + eta B'(x - B y_t)}.
 *
 * <p>Without hidden cells this is linear, {@code A = phi(G) B'} with {@code G = B'B}, or {@code A = B' phi(H)} with
 * {@code H = BB'} for k above d, where {@code phi(l) = eta sum_{t < T} (1 - eta l)^t} acts on the eigenvalues: one composition
 * for a whole batch and any T ({@link SpectralFilter}). With {@code Lam = dL/dA B} the gradient is
 * {@code dL/dB += dL/dA' phi(G) + B (dG + dG')}, dG the adjoint of phi at Lam; for k above d likewise with H.
 *
 * <p>With hidden cells the recursion {@code y_{t+1} = y_t + eta B'(m * (x - B y_t))} itself runs, with m 1 for observed and 0 for
 * hidden cells.
 *
 * @param encoder its settings
 */
public record UnrolledNetwork(UnrolledEncoder encoder) implements LinearNetwork {
    /** eta s_max^2 is kept at or below it. */
    private static final double BOUND = 1.9;

    /** The T-th root of a difference that is rounding is not small. */
    private static final double ROUNDING = 1e-12;

    private static final double STARTING_FILTER = 0.9;

    /** The largest filter factor: 1 for an even T, above it for an odd one, where {@code eta s^2} may be above 1 too. */
    public double largestFilter() {
        return encoder.depth() % 2 == 0 ? 1 : 1 + Math.pow(BOUND - 1, encoder.depth());
    }

    /** The eigenvalue s^2 of B'B at which the filter {@code 1 - (1 - eta s^2)^T} has a value from 0 to the largest. */
    public double eigenvalue(double filter) {
        double scaled = filter <= 1 + ROUNDING
                ? -Math.expm1(Math.log1p(-Math.min(filter, 1)) / encoder.depth())
                : 1 + Math.pow(Math.min(filter, largestFilter()) - 1, 1.0 / encoder.depth());
        return scaled / encoder.step();
    }

    /** A random B (d x k) from which T steps of gradient descent with step 1 start well. */
    static MatrixView startingDecoder(Dimensions dimensions, int depth, SplittableRandom random) {
        Dimensions plain = new Dimensions(dimensions.features(), dimensions.codeSize(), false, false);
        Reals64 values = new Reals64(new double[dimensions.features() * dimensions.codeSize()]);
        new UnrolledNetwork(UnrolledEncoder.automatic(depth)).start(plain, values, random);
        return new MatrixView(values, 0, dimensions.features(), dimensions.codeSize());
    }

    /**
     * Random, of a size at which the filter {@code 1 - (1 - eta s^2)^T} of the largest singular value is 0.9. At
     * {@code eta s^2 = 1}, where it is 1, it is flat to order T, and training would be slow.
     */
    @Override
    public void start(Dimensions dimensions, Reals64 parameters, SplittableRandom random) {
        MatrixView decoder = layout(dimensions).in(parameters, "decoder");
        Starts.gaussian(decoder, random);
        double filtered = 1 - Math.pow(1 - STARTING_FILTER, 1.0 / encoder.depth());
        decoder.scale(Math.sqrt(
                filtered / (encoder.step() * SpectralFilter.of(decoder, encoder).largest())));
    }

    /** {@code B = V S}, at which the filter of each direction is the part that it should keep: {@code 1 / sqrt(eta)} where that is all. */
    @Override
    public void span(Dimensions dimensions, Reals64 parameters, Subspace subspace) {
        setSpan(layout(dimensions).in(parameters, "decoder"), subspace);
    }

    /** Sets a random B to the directions of a subspace, each of the length at which T steps keep its part. */
    void setSpan(MatrixView decoder, Subspace subspace) {
        subspace.setColumns(decoder, BEYOND);
        for (int c = 0; c < decoder.columns(); c++) {
            double length = Math.sqrt(eigenvalue(c < subspace.size() ? subspace.kept()[c] : 1));
            for (int i = 0; i < decoder.rows(); i++) {
                decoder.set(i, c, length * decoder.get(i, c));
            }
        }
    }

    @Override
    public Composition composition(Dimensions dimensions, Reals64 parameters, Reals64 gradient) {
        Layout layout = layout(dimensions);
        MatrixView decoder = layout.in(parameters, "decoder");
        MatrixView decoderGradient = layout.in(gradient, "decoder");
        int k = dimensions.codeSize();
        int d = dimensions.features();
        boolean tall = k <= d;
        SpectralFilter filter = new SpectralFilter(decoder, encoder);
        MatrixView adjoint = MatrixView.zeros(filter.size(), filter.size());
        return new Composition(MatrixView.zeros(k, d), decoder, MatrixView.zeros(k, d), decoderGradient) {
            @Override
            public void compose() {
                filter.compute();
                filter.requireStable();
                if (tall) {
                    encoder().setProduct(filter.value(), decoder.t());
                } else {
                    encoder().setProduct(decoder.t(), filter.value());
                }
            }

            @Override
            public void pullBack() {
                if (tall) {
                    adjoint.setProduct(encoderGradient(), decoder);
                    decoderGradient.addProduct(1, encoderGradient().t(), filter.value());
                    decoderGradient.addProduct(1, decoder, filter.pullBack(adjoint));
                } else {
                    adjoint.setProduct(decoder, encoderGradient());
                    decoderGradient.addProduct(
                            1, filter.value(), encoderGradient().t());
                    decoderGradient.addProduct(1, filter.pullBack(adjoint), decoder);
                }
            }
        };
    }

    @Override
    public Form form(Dimensions dimensions, boolean partial, Reals parameters, Reals gradient) {
        return partial
                ? new UnrolledForm(this, dimensions, parameters, gradient)
                : new LinearForm(this, dimensions, parameters, gradient);
    }

    @Override
    public Constraint constraint(Dimensions dimensions, Reals parameters) {
        MatrixView decoder = layout(dimensions).in(parameters, "decoder");
        return encoder.bounded() ? new SpectralBound(decoder, encoder, BOUND) : Constraint.NONE;
    }
}
