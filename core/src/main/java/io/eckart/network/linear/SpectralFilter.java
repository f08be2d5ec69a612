package io.eckart.network.linear;

import io.eckart.network.UnrolledEncoder;
import io.eckart.network.UnstableStepException;
import io.eckart.numerics.blas.LinearAlgebra;
import io.eckart.numerics.product.MatrixView;

/**
 * The effect of T steps of gradient descent on each direction: the matrix function {@code phi(G)} of the smaller Gram matrix of B,
 * {@code phi(l) = eta sum_{t < T} (1 - eta l)^t = (1 - (1 - eta l)^T) / l}, and its adjoint.
 *
 * <p>With {@code G = U diag(l) U'}: {@code phi(G) = U diag(phi(l)) U'}, and the adjoint of its derivative at a matrix M is
 * {@code U (F * (U' M U)) U'}, where {@code F_ij} is the divided difference of phi at l_i and l_j (Daleckii and Krein 1965).
 * Divided differences are summed without a division, so equal eigenvalues are not a special case.
 */
final class SpectralFilter {
    private final MatrixView b;
    private final UnrolledEncoder encoder;
    private final MatrixView gram;
    private final double[] values;
    private final double[] filtered;
    private final MatrixView scaled;
    private final MatrixView value;
    private final MatrixView rotated;
    private final MatrixView symmetric;

    SpectralFilter(MatrixView b, UnrolledEncoder encoder) {
        int n = Math.min(b.rows(), b.columns());
        this.b = b;
        this.encoder = encoder;
        this.gram = MatrixView.zeros(n, n);
        this.values = new double[n];
        this.filtered = new double[n];
        this.scaled = MatrixView.zeros(n, n);
        this.value = MatrixView.zeros(n, n);
        this.rotated = MatrixView.zeros(n, n);
        this.symmetric = MatrixView.zeros(n, n);
    }

    /** The eigenvalues for a B in any precision. */
    static SpectralFilter of(MatrixView b, UnrolledEncoder encoder) {
        MatrixView wide = MatrixView.zeros(b.rows(), b.columns());
        wide.convert(b);
        SpectralFilter filter = new SpectralFilter(wide, encoder);
        filter.decompose();
        return filter;
    }

    /** Sets G to the smaller one of {@code B'B} and {@code BB'}. */
    static void setGram(MatrixView gram, MatrixView b) {
        if (b.columns() <= b.rows()) {
            gram.setProduct(b.t(), b);
        } else {
            gram.setProduct(b, b.t());
        }
    }

    int size() {
        return values.length;
    }

    /** Computes the eigenvalues and eigenvectors for the current B. */
    void decompose() {
        setGram(gram, b);
        // From here on the rows of the array are eigenvectors.
        LinearAlgebra.get().symmetricEigen(size(), gram.doubles(), values);
    }

    /** Computes {@code phi(G)} for the current B. */
    void compute() {
        decompose();
        int n = size();
        for (int i = 0; i < n; i++) {
            filtered[i] = phi(values[i]);
            for (int j = 0; j < n; j++) {
                scaled.set(i, j, filtered[i] * gram.get(i, j));
            }
        }
        value.setProduct(gram.t(), scaled);
    }

    /** {@code phi(G)}, symmetric. */
    MatrixView value() {
        return value;
    }

    /** s_max^2, the largest eigenvalue. */
    double largest() {
        return values[size() - 1];
    }

    /** @throws UnstableStepException if {@code eta s_max^2 >= 2} */
    void requireStable() {
        if (!(encoder.step() * largest() < 2)) {
            throw new UnstableStepException(encoder.step(), largest());
        }
    }

    private double phi(double eigenvalue) {
        double keep = 1 - encoder.step() * eigenvalue;
        double sum = 0;
        for (int t = 0; t < encoder.depth(); t++) {
            sum = sum * keep + 1;
        }
        return encoder.step() * sum;
    }

    /** {@code -eta^2 sum_{t < T} sum_{s < t} a^s b^(t - 1 - s)} with {@code a = 1 - eta l_i}, {@code b = 1 - eta l_j}. */
    private double dividedDifference(double li, double lj) {
        double a = 1 - encoder.step() * li;
        double c = 1 - encoder.step() * lj;
        double sum = 0;
        double inner = 0;
        double power = 1;
        for (int t = 1; t < encoder.depth(); t++) {
            inner = a * inner + power;
            power *= c;
            sum += inner;
        }
        return -encoder.step() * encoder.step() * sum;
    }

    /** {@code dG + dG'} for {@code dL/dphi(G)}, which is overwritten. */
    MatrixView pullBack(MatrixView adjoint) {
        rotated.setProduct(gram, adjoint);
        scaled.setProduct(rotated, gram.t());
        for (int i = 0; i < size(); i++) {
            for (int j = 0; j <= i; j++) {
                double both = dividedDifference(values[i], values[j]) * (scaled.get(i, j) + scaled.get(j, i));
                scaled.set(i, j, both);
                scaled.set(j, i, both);
            }
        }
        rotated.setProduct(gram.t(), scaled);
        symmetric.setProduct(rotated, gram);
        return symmetric;
    }
}
