package io.eckart.training;

import io.eckart.model.CellEstimate;
import io.eckart.model.Gaussian;
import io.eckart.numerics.Draws;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.Reals;

/**
 * Loads rows for a network that learns what conditional means leave unexplained. Observed cells are hidden at random; the input
 * is the row with their conditional means and those of missing cells in their place, beside the indicator of both; the target is
 * the difference in the cells hidden now. All other cells have no target.
 */
final class ResidualLoad {
    private final BatchProblem problem;
    private final CellEstimate.RowFiller filler;
    private final Reals input;
    private final Reals hidden;
    private final Reals target;
    private final Draws draws;
    private final float[] cells;

    ResidualLoad(BatchProblem problem, Gaussian prior, Reals input, Reals hidden, Reals target, Draws draws) {
        this.problem = problem;
        this.filler = prior.rowFiller();
        this.input = input;
        this.hidden = hidden;
        this.target = target;
        this.draws = draws;
        this.cells = new float[problem.rows().columns()];
    }

    /** @param at where the row goes in input, indicator and target */
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
        for (int j = 0; j < d; j++) {
            double cell = rows.values()[row * d + j];
            boolean learns = hidden.get(at + j) > 0 && !Double.isNaN(cell);
            target.set(at + j, learns ? (cell - cells[j]) / problem.scale() : Double.NaN);
        }
    }
}
