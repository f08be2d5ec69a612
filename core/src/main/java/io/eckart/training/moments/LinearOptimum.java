package io.eckart.training.moments;

import io.eckart.network.FreeEncoder;
import io.eckart.network.LinearArchitecture;
import io.eckart.network.PinvEncoder;
import io.eckart.network.SharedEncoder;
import io.eckart.network.UnrolledEncoder;
import io.eckart.network.UntiedEncoder;
import io.eckart.network.linear.UnrolledNetwork;
import io.eckart.numerics.DoubleMatrix;
import io.eckart.numerics.product.MatrixView;
import io.eckart.numerics.statistics.SymmetricEigen;
import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * The least errors that a run on moments is measured against, in units of the problem.
 *
 * @param floor that of any linear map of the code size ({@link ExactOptimum})
 * @param ofForm that of the maps which the parameterization can be, not below the floor; empty where no way to compute it is known
 * @param energy E||x||^2, the unit of gaps where the optimum is zero
 */
record LinearOptimum(double floor, OptionalDouble ofForm, double energy) {
    /** An optimum below this part of the energy is zero except for rounding. */
    private static final double ZERO = 1e-9;

    /**
     * The optimum of a form. {@code free} and {@code untied} can be any map of rank k; {@code pinv} a projection P, with the error
     * {@code E||x||^2 - tr(P (2 Sx - Sxx))}; {@code shared} any map whose row and column space are the same; {@code unrolled} any
     * symmetric one with eigenvalues in the range of its filter, which is enough for the floor unless cells are hidden.
     */
    static LinearOptimum of(LinearProblem problem, LinearArchitecture architecture, int codeSize) {
        double floor = ExactOptimum.of(problem, codeSize);
        int k = Math.min(codeSize, problem.features());
        boolean wide = k == problem.features();
        OptionalDouble ofForm = switch (architecture) {
            case FreeEncoder _, UntiedEncoder _ -> OptionalDouble.of(floor);
            case PinvEncoder _ -> OptionalDouble.of(projection(problem, k));
            case SharedEncoder _ -> wide || problem.isIsotropic() ? OptionalDouble.of(floor) : OptionalDouble.empty();
            case UnrolledEncoder _ when problem.inputShare() == 1 -> OptionalDouble.of(floor);
            case UnrolledEncoder encoder -> unrolled(problem, new UnrolledNetwork(encoder).largestFilter(), k);
        };
        return new LinearOptimum(floor, ofForm, problem.energy());
    }

    private static double projection(LinearProblem problem, int k) {
        double[] difference = problem.input().values().clone();
        for (int i = 0; i < difference.length; i++) {
            difference[i] = 2 * problem.cross().values()[i] - difference[i];
        }
        int d = problem.features();
        double[] values =
                SymmetricEigen.top(new DoubleMatrix(d, d, difference), k).values();
        return problem.energy() - Arrays.stream(values).sum();
    }

    private static OptionalDouble unrolled(LinearProblem problem, double largest, int k) {
        if (problem.isIsotropic()) {
            return OptionalDouble.of(alongEigenvectors(problem, largest, k));
        }
        return k == problem.features() ? OptionalDouble.of(wide(problem, largest)) : OptionalDouble.empty();
    }

    /** With the same eigenvectors for Sx and Sxx, a factor f on one of them explains {@code 2 f c - f^2 n}, the more the larger c. */
    private static double alongEigenvectors(LinearProblem problem, double largest, int k) {
        SymmetricEigen cross = SymmetricEigen.top(problem.cross(), k);
        MatrixView vectors = MatrixView.of(cross.vectors());
        MatrixView product = MatrixView.zeros(k, problem.features());
        product.setProduct(vectors, MatrixView.of(problem.input()));
        double error = problem.energy();
        for (int i = 0; i < k; i++) {
            double c = cross.values()[i];
            double n = product.rows(i, i + 1).inner(vectors.rows(i, i + 1));
            double f = n > 0 ? Math.clamp(c / n, 0, largest) : 0;
            error -= f * (2 * c - f * n);
        }
        return error;
    }

    /** For k at least d the error is convex in the map. */
    private static double wide(LinearProblem problem, double largest) {
        int d = problem.features();
        MatrixView cross = MatrixView.of(problem.cross());
        MatrixView input = MatrixView.of(problem.input());
        MatrixView filter = MatrixView.zeros(d, d);
        new BestFilter(d, largest).compute(cross, input, filter);
        MatrixView filtered = MatrixView.zeros(d, d);
        filtered.setProduct(filter, input);
        return problem.energy() - 2 * filter.inner(cross) + filter.inner(filtered);
    }

    /** {@code (error - optimum) / optimum} for the form, or {@code (error - optimum) / energy} where that is zero; NaN where it is not known. */
    double gap(double error) {
        double least = ofForm.orElse(Double.NaN);
        return (error - least) / (least > ZERO * energy ? least : energy);
    }
}
