package io.eckart.training;

import io.eckart.network.Architecture;
import io.eckart.network.Dimensions;
import io.eckart.network.Form;
import io.eckart.network.Pass;
import io.eckart.numerics.Reals;

/**
 * The squared error of a row's reconstruction, {@code sum_j (g_j - x_j)^2} over its observed cells (notes 15.9): the target is
 * the clean row, whatever was done to the input.
 */
record ReconstructionObjective(BatchProblem problem, Architecture architecture, Dimensions dimensions)
        implements BatchObjective {

    @Override
    public Form form(Reals parameters, Reals gradient) {
        return architecture.form(dimensions, problem.partial(), parameters, gradient);
    }

    @Override
    public void constrain(Reals parameters) {
        architecture.constrain(dimensions, parameters);
    }

    @Override
    public int firstMoved() {
        return 0;
    }

    @Override
    public RowLoss rowLoss(Pass pass) {
        Reals input = pass.input().reals();
        Reals gradient = pass.outputGradient().reals();
        Reals target = input.precision().zeros(input.length());
        int d = dimensions.features();
        return new RowLoss() {
            @Override
            public void target(int i, int row) {
                target.copy(i * d, d, input, i * d);
            }

            @Override
            public double of(double factor) {
                return gradient.errors(
                        0, target.length(), 2 * factor, pass.output().reals(), target);
            }
        };
    }

    @Override
    public double inUnits(double loss) {
        return loss * problem.scale() * problem.scale();
    }

    /** The energy of a standardised row: a start at PCA with k = d has no error at all, and growing from that is no divergence. */
    @Override
    public double yardstick() {
        return dimensions.features();
    }
}
