package io.eckart.data.format.csv;

import io.eckart.data.Column;
import io.eckart.data.ColumnType;
import io.eckart.data.format.ColumnMarkers;
import io.eckart.data.format.ColumnPlan;
import io.eckart.data.format.MissingMarkers;
import io.eckart.data.format.NumberText;
import io.eckart.data.format.csv.column.CellFormat;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The columns of a CSV file: their place in a row of the table, how their numbers are written and what means a missing cell. */
final class CsvColumns {
    private final ColumnPlan plan;
    private final @Nullable CellFormat[] formats;
    private final char decimal;
    private final ColumnMarkers[] markers;

    /**
     * @param formats one for each column of the file, null for plain numbers and for columns without numbers
     * @param decimal the decimal mark of numbers that are written into columns of plain numbers
     */
    CsvColumns(
            ColumnPlan plan, @Nullable CellFormat[] formats, char decimal, List<String> names, MissingMarkers missing) {
        this.decimal = decimal;
        this.plan = plan;
        this.formats = formats.clone();
        this.markers = names.stream().map(missing::in).toArray(ColumnMarkers[]::new);
    }

    ColumnPlan plan() {
        return plan;
    }

    /** Whether all numbers are plain. */
    boolean arePlain() {
        for (CellFormat format : formats) {
            if (format != null) {
                return false;
            }
        }
        return true;
    }

    /** The number in a cell of a column of numbers; NaN if there is none. */
    double number(int column, char[] buffer, int from, int to) {
        CellFormat format = formats[column];
        if (format == null) {
            return NumberText.parse(buffer, from, to);
        }
        // A plain 1.500 is another number where points stand between thousands.
        return format.parse(buffer, from, to);
    }

    /** A value as the numbers of the column are written. */
    String text(int column, double value) {
        CellFormat format = formats[column];
        return format == null ? NumberText.shortest(value).replace('.', decimal) : format.format(value);
    }

    ColumnMarkers markers(int column) {
        return markers[column];
    }

    /** Whether a cell is empty or holds a text that means a missing cell in its column. */
    boolean isMissing(int column, char[] buffer, int from, int to) {
        Column known = plan.column(column);
        ColumnMarkers missing = markers[column];
        if (known != null && known.type() == ColumnType.NUMBER) {
            return missing.isMissingNumber(number(column, buffer, from, to), buffer, from, to);
        }
        boolean words = known != null && known.type() == ColumnType.BOOLEAN;
        return missing.isMissing(buffer, from, to) || (words && missing.isWord(buffer, from, to));
    }

    /** Whether a cell of a column of numbers cannot be read as one. */
    boolean isOdd(int column, char[] buffer, int from, int to) {
        Column known = plan.column(column);
        return known != null && known.type() == ColumnType.NUMBER && !Double.isFinite(number(column, buffer, from, to));
    }

    String name(int column) {
        return Objects.requireNonNull(plan.column(column)).name();
    }
}
