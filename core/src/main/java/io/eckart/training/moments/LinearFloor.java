package io.eckart.training.moments;

import io.eckart.data.corruption.Corruption;
import io.eckart.data.corruption.CorruptionTasks;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.Workers;
import io.eckart.numerics.statistics.Moments;
import io.eckart.training.MissingCells;
import java.util.OptionalDouble;

/** The least error of any linear model on given rows. */
public final class LinearFloor {
    private static final int MOST_FEATURES = 2048;

    private LinearFloor() {}

    /**
     * The least expected error per cell of any map {@code B A x~ + b} of code size k that reconstructs these rows from corrupted
     * ones, hidden cells being fed in as the mean (Eckart and Young 1936; with noise the rank-k Wiener filter; with masks
     * reduced-rank regression, Izenman 1975). Models that leave hidden cells out are not such maps and may go below it.
     *
     * @param rows n x d, n at least 1
     * @return empty where a cell is missing, or for more than {@value #MOST_FEATURES} features
     */
    public static OptionalDouble perCell(FloatMatrix rows, Corruption corruption, int codeSize, Workers workers) {
        if (rows.columns() > MOST_FEATURES || MissingCells.in(rows, workers)) {
            return OptionalDouble.empty();
        }
        Moments moments = Moments.of(rows, workers);
        double scale = LinearProblem.scale(moments, moments.mean(), true);
        LinearProblem problem = LinearProblem.of(moments, CorruptionTasks.of(corruption), moments.mean(), true, scale);
        return OptionalDouble.of(ExactOptimum.of(problem, codeSize) * scale * scale / rows.columns());
    }
}
