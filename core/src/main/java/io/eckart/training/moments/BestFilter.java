package io.eckart.training.moments;

import io.eckart.numerics.blas.LinearAlgebra;
import io.eckart.numerics.product.MatrixView;

/**
 * The symmetric matrix F with eigenvalues in a range {@code [0, c]} that makes {@code tr(F^2 N) - 2 tr(F C)} least: the best
 * filter of a span, for C the second moment of input and target within it and N that of the input.
 *
 * <p>Without the range F solves {@code F N + N F = C + C'}, which separates into single entries in the eigenvectors of N. Where
 * C and N have the same eigenvectors, cutting its eigenvalues to the range is exact. Otherwise accelerated projected gradient
 * steps follow (Nesterov 2004, section 2.2): the problem is convex. Nothing is allocated after the start.
 */
final class BestFilter {
    private static final int MOST_STEPS = 500;
    private static final double SAME = 1e-11;
    private static final double NEGLIGIBLE = 1e-14;
    /** A direction of B that is zero would stay zero. */
    private static final double LEAST = 1e-8;

    private final int n;
    private final double largest;
    private final double[] inputs;
    private final double[] values;
    private final MatrixView vectors;
    private final MatrixView target;
    private final MatrixView filter;
    private final MatrixView before;
    private final MatrixView ahead;
    private final MatrixView square;
    private final MatrixView scaled;

    /** @param largest c, the largest factor */
    BestFilter(int n, double largest) {
        this.n = n;
        this.largest = largest;
        this.inputs = new double[n];
        this.values = new double[n];
        this.vectors = MatrixView.zeros(n, n);
        this.target = MatrixView.zeros(n, n);
        this.filter = MatrixView.zeros(n, n);
        this.before = MatrixView.zeros(n, n);
        this.ahead = MatrixView.zeros(n, n);
        this.square = MatrixView.zeros(n, n);
        this.scaled = MatrixView.zeros(n, n);
    }

    /** Sets F to the best filter for C and N. */
    void compute(MatrixView c, MatrixView inputMoment, MatrixView f) {
        vectors.copy(inputMoment);
        LinearAlgebra.get().symmetricEigen(n, vectors.doubles(), inputs);
        square.setProduct(vectors, c);
        scaled.setProduct(square, vectors.t());
        double least = NEGLIGIBLE * inputs[n - 1];
        for (int i = 0; i < n; i++) {
            inputs[i] = Math.max(inputs[i], least);
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                target.set(i, j, scaled.get(i, j) + scaled.get(j, i));
                ahead.set(i, j, target.get(i, j) / (inputs[i] + inputs[j]));
            }
        }
        if (cut(ahead, filter)) {
            descend();
        }
        square.setProduct(vectors.t(), filter);
        f.setProduct(square, vectors);
    }

    /** Projected gradient steps from the present filter until it stays the same. */
    private void descend() {
        double root = Math.sqrt(inputs[0] / inputs[n - 1]);
        double momentum = (1 - root) / (1 + root);
        ahead.copy(filter);
        for (int step = 0; step < MOST_STEPS; step++) {
            before.copy(filter);
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    double slope = ahead.get(i, j) * (inputs[i] + inputs[j]) - target.get(i, j);
                    ahead.set(i, j, ahead.get(i, j) - slope / (2 * inputs[n - 1]));
                }
            }
            cut(ahead, filter);
            before.scale(-1);
            before.add(1, filter);
            if (before.sumOfSquares() <= SAME * SAME * filter.sumOfSquares()) {
                return;
            }
            ahead.copy(filter);
            ahead.add(momentum, before);
        }
    }

    /** The nearest matrix with eigenvalues in the range; whether one was outside. */
    private boolean cut(MatrixView symmetric, MatrixView into) {
        square.copy(symmetric);
        LinearAlgebra.get().symmetricEigen(n, square.doubles(), values);
        boolean outside = values[n - 1] > largest || values[0] < 0;
        for (int i = 0; i < n; i++) {
            double factor = Math.clamp(values[i], LEAST, largest);
            for (int j = 0; j < n; j++) {
                scaled.set(i, j, factor * square.get(i, j));
            }
        }
        into.setProduct(square.t(), scaled);
        return outside;
    }
}
