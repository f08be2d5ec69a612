package io.eckart.data.format.csv.writing;

import io.eckart.data.Column;
import io.eckart.data.Table;
import io.eckart.data.format.NumberText;
import org.jspecify.annotations.Nullable;

/**
 * Cells as texts: the shortest numbers that read back the same, whole ones without a point.
 *
 * @param missing a missing cell: null for an empty cell, or an empty text for one in quotes, where it is alone in its line
 */
record CellTexts(@Nullable String missing) {

    @Nullable
    String of(float value) {
        return Float.isNaN(value) ? missing : NumberText.shortest(value);
    }

    @Nullable
    String of(Table rows, int row, int column, Column written) {
        return switch (written.type()) {
            case NUMBER -> rows.isMissing(row, column) ? missing : NumberText.shortest(rows.cell(row, column));
            case BOOLEAN, CATEGORY ->
                rows.isMissing(row, column) ? missing : written.levels().get((int) rows.cell(row, column));
            case LABEL -> {
                String label = rows.label(row);
                yield label == null ? missing : label;
            }
            case IGNORED -> throw new IllegalArgumentException("column '" + written.name() + "' is not stored");
        };
    }
}
