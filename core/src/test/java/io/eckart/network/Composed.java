package io.eckart.network;

import io.eckart.network.kind.Networks;
import io.eckart.network.pass.Composition;
import io.eckart.network.pass.Layout;
import io.eckart.numerics.DoubleMatrix;
import io.eckart.numerics.PlainMath;
import io.eckart.numerics.product.Reals64;

/** A linear autoencoder with parameters set by name, and the plain gradient of its error on a second moment. */
public final class Composed {
    private final Layout layout;
    public final Reals64 parameters;
    public final Reals64 gradient;
    public final Composition composition;

    public Composed(LinearArchitecture architecture, int d, int k) {
        Dimensions dimensions = new Dimensions(d, k, false, false);
        layout = Networks.of(architecture).layout(dimensions);
        parameters = new Reals64(new double[layout.length()]);
        gradient = new Reals64(new double[layout.length()]);
        composition = Networks.of(architecture).composition(dimensions, parameters, gradient);
    }

    /** With this decoder, composed. */
    public static Composed of(LinearArchitecture architecture, DoubleMatrix b) {
        Composed composed = new Composed(architecture, b.rows(), b.columns()).set("decoder", b);
        composed.composition.compose();
        return composed;
    }

    public Composed set(String part, DoubleMatrix values) {
        layout.in(parameters, part).copyFrom(values);
        return this;
    }

    public DoubleMatrix part(String name) {
        return layout.in(parameters, name).toDouble();
    }

    public DoubleMatrix gradient(String name) {
        return layout.in(gradient, name).toDouble();
    }

    public DoubleMatrix encoder() {
        return composition.encoder().toDouble();
    }

    /** BA. */
    public DoubleMatrix map() {
        return PlainMath.product(composition.decoder().toDouble(), encoder());
    }

    /**
     * Composes, and puts the gradient of {@code L = tr((I - BA) Sigma (I - BA)')} where it belongs, by the formula of L alone:
     * {@code dL/d(BA) = -2 (I - BA) Sigma =: E}, {@code dL/dA = B'E}, {@code dL/dB = E A'}.
     *
     * @return L
     */
    public double descend(DoubleMatrix sigma) {
        composition.compose();
        DoubleMatrix left = PlainMath.minus(DoubleMatrix.identity(sigma.rows()), map());
        DoubleMatrix error = PlainMath.product(left, sigma);
        DoubleMatrix slope = scaled(-2, error);
        DoubleMatrix b = composition.decoder().toDouble();
        composition.encoderGradient().copyFrom(PlainMath.product(b.transpose(), slope));
        composition
                .decoderGradient()
                .copyFrom(PlainMath.product(slope, encoder().transpose()));
        composition.pullBack();
        DoubleMatrix loss = PlainMath.product(error, left.transpose());
        double trace = 0;
        for (int i = 0; i < loss.rows(); i++) {
            trace += loss.get(i, i);
        }
        return trace;
    }

    public static DoubleMatrix scaled(double alpha, DoubleMatrix matrix) {
        double[] values = matrix.values().clone();
        for (int i = 0; i < values.length; i++) {
            values[i] *= alpha;
        }
        return new DoubleMatrix(matrix.rows(), matrix.columns(), values);
    }
}
