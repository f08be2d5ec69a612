package io.eckart.task.score;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row with a large score, and why it is odd.
 *
 * @param row its number in the file, from 1
 * @param kept its cells of the columns that tell rows apart, as they are written
 * @param score the score rows are ordered by
 * @param errorPerCell its squared error per observed cell
 * @param flagged whether the score is above the threshold; false without one
 * @param reason what the columns are compared with
 * @param columns those that make it odd, the largest share first
 */
public record OddRow(
        long row,
        List<String> kept,
        double score,
        double errorPerCell,
        boolean flagged,
        Reason reason,
        List<Part> columns) {

    /** Why a row is odd. */
    public enum Reason {
        /** The model cannot express it: its columns are compared with the reconstruction. */
        DOES_NOT_FIT,
        /** It lies far out: its columns are compared with the mean of the fitted rows, in standard deviations. */
        FAR_OUT
    }

    /**
     * A column of such a row. Cells are numbers in the unit of the file, and texts of levels.
     *
     * @param value the cell
     * @param expected the reconstruction of the cell, or where the row is far out, the mean or the commonest level of the fitted rows
     * @param share of the row's squared error, or of its squared distance from the mean, in [0, 1]
     */
    public record Part(
            String column, @Nullable Object value, @Nullable Object expected, double share) {}

    public OddRow {
        kept = List.copyOf(kept);
        columns = List.copyOf(columns);
    }

    OddRow with(List<String> cells, boolean isFlagged) {
        return new OddRow(row, cells, score, errorPerCell, isFlagged, reason, columns);
    }
}
