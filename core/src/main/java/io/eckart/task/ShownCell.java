package io.eckart.task;

import io.eckart.data.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cells as people read them. */
public final class ShownCell {
    private ShownCell() {}

    /** A number, the text of a level, or null for a missing cell. */
    public static @Nullable Object of(Table table, int row, int column) {
        double cell = table.cell(row, column);
        List<String> levels = table.schema().features().get(column).levels();
        if (Double.isNaN(cell)) {
            return null;
        }
        return levels.isEmpty() ? (Object) cell : levels.get((int) cell);
    }
}
