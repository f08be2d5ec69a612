package io.eckart.data.format;

import io.eckart.data.Column;
import io.eckart.data.Table;
import io.eckart.numerics.FloatMatrix;
import java.util.ArrayList;
import java.util.List;

/** The columns of a file that is being written; every block of rows must have them. */
public record WrittenColumns(List<String> names) {
    public WrittenColumns {
        names = List.copyOf(names);
        if (names.isEmpty()) {
            throw new IllegalArgumentException("a table to write needs at least one column");
        }
    }

    public void check(FloatMatrix rows) {
        if (rows.columns() != names.size()) {
            throw new IllegalArgumentException(
                    "the file has " + names.size() + " columns, the rows have " + rows.columns());
        }
    }

    /** The columns to write: the features, and the label if a name was given for it. */
    public List<Column> check(Table rows) {
        List<Column> columns = new ArrayList<>(rows.schema().features());
        if (columns.size() < names.size()) {
            rows.schema().label().ifPresent(columns::add);
        }
        List<String> given = columns.stream().map(Column::name).toList();
        if (!given.equals(names)) {
            throw new IllegalArgumentException("the file has the columns " + ColumnNames.listed(names)
                    + ", the rows have " + ColumnNames.listed(given));
        }
        return columns;
    }
}
