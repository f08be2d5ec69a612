package io.eckart.task.clean;

import io.eckart.data.Column;
import io.eckart.data.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How far a model moved the cells of a numeric column.
 *
 * @param column its name
 * @param change root mean square of after minus before, over cells observed in both, in units of the column
 * @param spread standard deviation of these cells before
 * @param relative change / spread; 0 if the change is 0, NaN if only the spread is
 */
public record ColumnChange(String column, double change, double spread, double relative) {

    /**
     * The change of each column that both tables have, the most changed first.
     *
     * @param after the same rows
     */
    static List<ColumnChange> of(Table before, Table after) {
        List<String> names =
                after.schema().features().stream().map(Column::name).toList();
        List<ColumnChange> changes = new ArrayList<>();
        for (int j = 0; j < before.width(); j++) {
            Column column = before.schema().features().get(j);
            int place = names.indexOf(column.name());
            if (place >= 0 && column.levels().isEmpty()) {
                changes.add(of(column.name(), before, j, after, place));
            }
        }
        changes.sort(Comparator.comparingDouble(ColumnChange::rank).reversed());
        return changes;
    }

    /** Behind all others where there is no relative change. */
    private double rank() {
        return Double.isNaN(relative) ? -1 : relative;
    }

    private static ColumnChange of(String name, Table before, int j, Table after, int place) {
        double count = 0;
        double mean = 0;
        double squares = 0;
        double moved = 0;
        for (int i = 0; i < before.rows(); i++) {
            double was = before.cell(i, j);
            double is = after.cell(i, place);
            if (!Double.isNaN(was) && !Double.isNaN(is)) {
                count++;
                double step = was - mean;
                mean += step / count;
                squares += step * (was - mean);
                moved += (is - was) * (is - was);
            }
        }
        double spread = count == 0 ? 0 : Math.sqrt(squares / count);
        double change = count == 0 ? 0 : Math.sqrt(moved / count);
        double relative = spread == 0 ? Double.NaN : change / spread;
        return new ColumnChange(name, change, spread, change == 0 ? 0 : relative);
    }
}
