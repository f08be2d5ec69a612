package io.eckart.task.clean;

import io.eckart.task.RowExamples;
import java.util.List;

/**
 * Some rows before and after cleaning.
 *
 * @param examples the rows themselves
 * @param changes how far each of their numeric columns was moved, the most changed first
 */
public record CleanedRows(RowExamples examples, List<ColumnChange> changes) {
    public CleanedRows {
        changes = List.copyOf(changes);
    }
}
