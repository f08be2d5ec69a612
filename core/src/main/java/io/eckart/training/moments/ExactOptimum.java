package io.eckart.training.moments;

import io.eckart.numerics.DoubleMatrix;
import io.eckart.numerics.blas.LinearAlgebra;
import io.eckart.numerics.blas.Operand;
import io.eckart.numerics.statistics.SymmetricEigen;

/**
 * The least error of any linear map of rank k: {@code E||x||^2} minus the k largest eigenvalues of {@code Sx' Sxx^-1 Sx}
 * (reduced-rank regression, Izenman 1975). Without corruption this is {@code tr(Sigma) - sum_{i <= k} lambda_i} (Eckart and
 * Young 1936), with Gaussian noise the rank-k Wiener filter.
 */
public final class ExactOptimum {
    /** Directions with less than this part of the largest input energy are rounding. */
    private static final double NEGLIGIBLE = 1e-12;

    private ExactOptimum() {}

    /** The least error per sample in units of the problem, at least 0. */
    public static double of(LinearProblem problem, int codeSize) {
        int d = problem.features();
        int k = Math.min(codeSize, d);
        DoubleMatrix explained = problem.clean() ? problem.cross() : explained(problem);
        double kept = 0;
        for (double value : SymmetricEigen.top(explained, k).values()) {
            kept += Math.max(0, value);
        }
        return Math.max(0, problem.energy() - kept);
    }

    /** {@code Sx' Sxx^+ Sx}. */
    private static DoubleMatrix explained(LinearProblem problem) {
        int d = problem.features();
        SymmetricEigen input = SymmetricEigen.of(problem.input());
        double[] root = input.vectors().values().clone();
        for (int i = 0; i < d; i++) {
            double value = input.values()[i];
            boolean counts = value > NEGLIGIBLE * input.values()[0];
            double by = counts ? 1 / Math.sqrt(value) : 0;
            for (int j = 0; j < d; j++) {
                root[i * d + j] *= by;
            }
        }
        Operand whitened = Operand.of(DoubleMatrix.zeros(d, d));
        LinearAlgebra.get().gemm(1, Operand.of(root, d, d), Operand.of(problem.cross()), 0, whitened);
        DoubleMatrix explained = DoubleMatrix.zeros(d, d);
        LinearAlgebra.get().gram(1, whitened, 0, Operand.of(explained));
        return symmetric(explained);
    }

    private static DoubleMatrix symmetric(DoubleMatrix upper) {
        int d = upper.rows();
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < i; j++) {
                upper.values()[i * d + j] = upper.values()[j * d + i];
            }
        }
        return upper;
    }
}
