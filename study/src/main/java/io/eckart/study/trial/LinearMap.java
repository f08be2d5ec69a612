package io.eckart.study.trial;

import io.eckart.network.Dimensions;
import io.eckart.network.LinearArchitecture;
import io.eckart.network.kind.Networks;
import io.eckart.network.pass.Composition;
import io.eckart.numerics.DoubleMatrix;
import io.eckart.numerics.product.MatrixView;
import io.eckart.numerics.product.Reals64;
import io.eckart.numerics.statistics.ThinSvd;

/** The map BA of a linear autoencoder, d x d. */
public record LinearMap(DoubleMatrix matrix) {

    public static LinearMap of(DoubleMatrix encoder, DoubleMatrix decoder) {
        return new LinearMap(product(decoder, encoder));
    }

    /** The map of an architecture whose only parameter is this B (d x k). */
    public static LinearMap of(LinearArchitecture architecture, DoubleMatrix decoder) {
        double[] values = decoder.values();
        Composition composition = Networks.of(architecture)
                .composition(
                        new Dimensions(decoder.rows(), decoder.columns(), false, false),
                        new Reals64(values.clone()),
                        new Reals64(new double[values.length]));
        composition.compose();
        return of(composition.encoder().toDouble(), decoder);
    }

    static DoubleMatrix product(DoubleMatrix a, DoubleMatrix b) {
        DoubleMatrix product = DoubleMatrix.zeros(a.rows(), b.columns());
        MatrixView.of(product).setProduct(MatrixView.of(a), MatrixView.of(b));
        return product;
    }

    /** {@code ||BA - I||_F / sqrt(d)}. */
    double identityDistance() {
        return frobenius(minus(matrix, DoubleMatrix.identity(matrix.rows()))) / Math.sqrt(matrix.rows());
    }

    /** {@code ||(BA)^2 - BA||_F}: 0 for a projection. */
    public double projectionDefect() {
        return frobenius(minus(product(matrix, matrix), matrix));
    }

    /** The largest singular value of the difference. */
    double distance(LinearMap other) {
        return ThinSvd.of(minus(matrix, other.matrix)).singularValues()[0];
    }

    /**
     * The expected squared error per cell on input with noise, {@code (tr((I - BA) S (I - BA)') + s^2 ||BA||_F^2) / d}.
     *
     * @param second S, the second moment of the clean rows about the origin of the model
     */
    double error(DoubleMatrix second, double noise) {
        int d = matrix.rows();
        DoubleMatrix rest = minus(DoubleMatrix.identity(d), matrix);
        DoubleMatrix moved = product(rest, second);
        double sum = 0;
        for (int i = 0; i < d * d; i++) {
            sum += moved.values()[i] * rest.values()[i] + noise * noise * matrix.values()[i] * matrix.values()[i];
        }
        return sum / d;
    }

    public static DoubleMatrix minus(DoubleMatrix a, DoubleMatrix b) {
        DoubleMatrix difference = DoubleMatrix.zeros(a.rows(), a.columns());
        for (int i = 0; i < difference.values().length; i++) {
            difference.values()[i] = a.values()[i] - b.values()[i];
        }
        return difference;
    }

    public static double frobenius(DoubleMatrix matrix) {
        double sum = 0;
        for (double value : matrix.values()) {
            sum += value * value;
        }
        return Math.sqrt(sum);
    }
}
