package io.eckart.task.fill;

import io.eckart.data.Column;
import java.util.List;

/**
 * Ways to fill, compared on observed cells that were hidden from them.
 *
 * @param missingness how cells were hidden
 * @param repetitions the number of times that cells were hidden
 * @param rows the number of rows used
 * @param cells hidden cells, over all repetitions
 * @param entries the winner first, then by loss
 * @param leftOut ways that were not tried, with the reason
 */
public record FillComparison(
        Missingness missingness, int repetitions, int rows, long cells, List<Entry> entries, List<String> leftOut) {

    /**
     * One way.
     *
     * @param loss the criterion of choice, the mean over hidden cells: the squared error in units of the column (its range if
     *     features are scaled by ranges, else its standard deviation); for booleans and categories 1 for a wrong level, else 0
     * @param rmse root mean square error of numbers in these units; NaN without numbers
     * @param r2 {@code 1 - SS / SS of the column means} for numbers, on the same cells
     * @param accuracy the part of the levels that are right; NaN without booleans and categories
     * @param seconds wall time of all fits and fills
     * @param standardError standard error of the difference from the least loss, paired by cell
     */
    public record Entry(
            FillMethod method,
            double loss,
            double rmse,
            double r2,
            double accuracy,
            List<ColumnScore> columns,
            double seconds,
            double standardError) {
        public Entry {
            columns = List.copyOf(columns);
        }
    }

    /**
     * One column of one way.
     *
     * @param cells the number of hidden cells
     * @param rmse in units of the column; NaN for levels
     * @param r2 as above
     * @param accuracy NaN for numbers
     */
    public record ColumnScore(Column column, long cells, double rmse, double r2, double accuracy) {}

    public FillComparison {
        entries = List.copyOf(entries);
        leftOut = List.copyOf(leftOut);
    }

    public FillMethod winner() {
        return entries.getFirst().method();
    }
}
