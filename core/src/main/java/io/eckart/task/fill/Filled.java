package io.eckart.task.fill;

import io.eckart.model.fitted.FittedModel;
import io.eckart.task.RowExamples;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was filled in a table.
 *
 * @param model that filled it
 * @param comparison that the model was chosen by; empty where it was not chosen by one
 * @param data the name of the table
 * @param rows how many it has
 * @param columns the number of filled cells of each feature column, in the order of the columns
 * @param blankRows the number of rows without an observed cell
 * @param firstBlankRows the places of the first of them, from 1
 * @param examples rows with holes as they were and filled; empty where no row has a hole
 */
public record Filled(
        FittedModel<?> model,
        Optional<FillComparison> comparison,
        String data,
        long rows,
        Map<String, Long> columns,
        long blankRows,
        List<Long> firstBlankRows,
        Optional<RowExamples> examples) {
    public Filled {
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
        firstBlankRows = List.copyOf(firstBlankRows);
    }

    /** The number of filled cells of all columns. */
    public long cells() {
        return columns.values().stream().mapToLong(Long::longValue).sum();
    }
}
