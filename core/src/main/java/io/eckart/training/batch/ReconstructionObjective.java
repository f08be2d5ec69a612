package io.eckart.training.batch;

import io.eckart.network.Architecture;
import io.eckart.network.Dimensions;
import io.eckart.network.kind.Networks;
import io.eckart.network.pass.Constraint;
import io.eckart.network.pass.Form;
import io.eckart.network.pass.Pass;
import io.eckart.numerics.product.Reals;

/**
 * The squared error of a row's reconstruction, {@code sum_j (g_j - x_j)^2} over its observed cells (notes 15.9): the target is
 * the clean row, whatever was done to the input.
 */
public record ReconstructionObjective(BatchProblem problem, Architecture architecture, Dimensions dimensions)
        implements BatchObjective {

    @Override
    public Form form(Reals parameters, Reals gradient) {
        return Networks.of(architecture).form(dimensions, problem.partial(), parameters, gradient);
    }

    @Override
    public Constraint constraint(Reals parameters) {
        return Networks.of(architecture).constraint(dimensions, parameters);
    }

    @Override
    public RowLoss rowLoss(Pass pass) {
        return problem.prior().isPresent()
                ? squaredError(pass, (target, i, row) -> setUnexplained(pass, target, i, row))
                : squaredError(pass);
    }

    /** The squared error of any pass whose output reconstructs its input. */
    public static RowLoss squaredError(Pass pass) {
        int d = pass.input().columns();
        return squaredError(
                pass, (target, i, row) -> target.copy(i * d, d, pass.input().reals(), i * d));
    }

    /** Sets the target of the i-th row of a pass; NaN where there is none. */
    @FunctionalInterface
    private interface Target {
        void set(Reals target, int i, int row);
    }

    private static RowLoss squaredError(Pass pass, Target setter) {
        Reals gradient = pass.outputGradient().reals();
        Reals target = gradient.precision().zeros(gradient.length());
        return new RowLoss() {
            @Override
            public void target(int i, int row) {
                setter.set(target, i, row);
            }

            @Override
            public double of(double factor) {
                return gradient.errors(
                        0, target.length(), 2 * factor, pass.output().reals(), target);
            }
        };
    }

    /** In hidden cells the target is the cell minus its conditional mean, which the input has; no other cell has a target. */
    private void setUnexplained(Pass pass, Reals target, int i, int row) {
        int d = dimensions.features();
        for (int j = 0; j < d; j++) {
            int at = i * d + j;
            double cell = (problem.rows().values()[row * d + j] - problem.origin()[j]) / problem.scale();
            boolean learns = pass.hidden().reals().get(at) > 0;
            target.set(at, learns ? cell - pass.input().reals().get(at) : Double.NaN);
        }
    }

    @Override
    public double inUnits(double loss) {
        return loss * problem.scale() * problem.scale();
    }

    /** The energy of a standardised row. The first loss is not enough: a start at PCA with k = d has no error at all. */
    @Override
    public double yardstick() {
        return dimensions.features();
    }
}
