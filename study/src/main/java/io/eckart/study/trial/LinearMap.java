package io.eckart.study.trial;

import io.eckart.model.AutoencoderParameters;
import io.eckart.network.Dimensions;
import io.eckart.network.LinearArchitecture;
import io.eckart.network.kind.Networks;
import io.eckart.network.linear.LinearNetwork;
import io.eckart.network.pass.Composition;
import io.eckart.numerics.DoubleMatrix;
import io.eckart.numerics.product.MatrixView;
import io.eckart.numerics.product.Reals64;
import io.eckart.numerics.statistics.SymmetricEigen;
import io.eckart.numerics.statistics.ThinSvd;
import java.util.Arrays;

/** The map BA of a linear autoencoder, d x d. */
public record LinearMap(DoubleMatrix matrix) {

    public static LinearMap of(DoubleMatrix encoder, DoubleMatrix decoder) {
        return new LinearMap(product(decoder, encoder));
    }

    /** The exact optimum of rank k for input with noise, {@code V_k diag(l / (l + s^2)) V_k'}, of rows with this second moment. */
    static LinearMap denoiser(DoubleMatrix second, double noise, int codeSize) {
        SymmetricEigen eigen = SymmetricEigen.of(second);
        int k = Math.min(codeSize, second.rows());
        DoubleMatrix axes = eigen.vectors().copyRows(0, k);
        DoubleMatrix scaled = axes.copyRows(0, k);
        for (int i = 0; i < scaled.values().length; i++) {
            double value = Math.max(0, eigen.values()[i / scaled.columns()]);
            scaled.values()[i] *= value / (value + noise * noise);
        }
        return new LinearMap(product(axes.transpose(), scaled));
    }

    /** The map of an architecture whose only parameter is this B (d x k). */
    public static LinearMap of(LinearArchitecture architecture, DoubleMatrix decoder) {
        Dimensions dimensions = new Dimensions(decoder.rows(), decoder.columns(), false, false);
        return of(Networks.of(architecture), dimensions, decoder.values());
    }

    /** The map of a linear model for rows without hidden cells, about its origin. */
    static LinearMap of(LinearArchitecture architecture, AutoencoderParameters parameters) {
        return of(Networks.of(architecture), parameters.dimensions(), parameters.values());
    }

    static LinearMap of(LinearNetwork network, Dimensions dimensions, double[] parameters) {
        Composition composition = network.composition(
                dimensions, new Reals64(parameters.clone()), new Reals64(new double[parameters.length]));
        composition.compose();
        return of(composition.encoder().toDouble(), composition.decoder().toDouble());
    }

    static DoubleMatrix product(DoubleMatrix a, DoubleMatrix b) {
        DoubleMatrix product = DoubleMatrix.zeros(a.rows(), b.columns());
        MatrixView.of(product).setProduct(MatrixView.of(a), MatrixView.of(b));
        return product;
    }

    /** {@code ||BA - I||_F / sqrt(d)}. */
    public double identityDistance() {
        return frobenius(minus(matrix, DoubleMatrix.identity(matrix.rows()))) / Math.sqrt(matrix.rows());
    }

    /** {@code ||(BA)^2 - BA||_F}: 0 for a projection. */
    public double projectionDefect() {
        return frobenius(minus(product(matrix, matrix), matrix));
    }

    /** The largest singular value of the difference. */
    double distance(LinearMap other) {
        return new LinearMap(minus(matrix, other.matrix)).largestGain();
    }

    /** The largest singular value. */
    double largestGain() {
        return ThinSvd.of(matrix).singularValues()[0];
    }

    /** {@code ||BA||_F^2}. */
    double noiseGain() {
        return Math.pow(frobenius(matrix), 2);
    }

    /** {@code ||BA (I - P)||_F^2 / (d - m)} for the projection P on the first m axes, which are rows. */
    double spuriousGain(DoubleMatrix axes, int m) {
        DoubleMatrix others = axes.copyRows(m, axes.rows());
        return Math.pow(frobenius(product(matrix, others.transpose())), 2) / others.rows();
    }

    /** The same map with everything it gives times a number. */
    LinearMap times(double factor) {
        double[] scaled = matrix.values().clone();
        Arrays.setAll(scaled, i -> factor * scaled[i]);
        return new LinearMap(new DoubleMatrix(matrix.rows(), matrix.columns(), scaled));
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
