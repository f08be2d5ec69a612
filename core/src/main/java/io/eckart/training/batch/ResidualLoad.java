package io.eckart.training.batch;

import io.eckart.model.CellEstimate;
import io.eckart.model.Gaussian;
import io.eckart.numerics.Draws;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.product.Reals;

/**
 * Loads rows for a network that learns the difference of cells from their conditional means. Observed cells are hidden at random;
 * the input is the row with the conditional means of hidden and missing cells in their place, and an indicator of both.
 */
final class ResidualLoad {
    private final BatchProblem problem;
    private final CellEstimate.RowFiller filler;
    private final Reals input;
    private final Reals hidden;
    private final Draws draws;
    private final float[] cells;

    ResidualLoad(BatchProblem problem, Gaussian prior, Reals input, Reals hidden, Draws draws) {
        this.problem = problem;
        this.filler = prior.rowFiller();
        this.input = input;
        this.hidden = hidden;
        this.draws = draws;
        this.cells = new float[problem.rows().columns()];
    }

    /** @param at the offset of the row in input and indicator */
    void load(int row, int at) {
        FloatMatrix rows = problem.rows();
        int d = cells.length;
        float rate = (float) problem.tasks().at(draws.nextDouble()).hidden();
        for (int j = 0; j < d; j++) {
            cells[j] = draws.nextFloat() < rate ? Float.NaN : rows.values()[row * d + j];
            hidden.set(at + j, Float.isNaN(cells[j]) ? 1 : 0);
        }
        filler.fill(cells, 0);
        input.standardize(at, d, cells, 0, problem.origin(), problem.scale());
    }
}
