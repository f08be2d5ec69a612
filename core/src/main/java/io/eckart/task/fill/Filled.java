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
 * @param comparison by which the model was chosen; empty if the way to fill was given
 * @param data the name of the table
 * @param rows the number of its rows
 * @param columns the number of filled cells of each feature column, in the order of the columns
 * @param blankRows the number of rows without an observed cell
 * @param firstBlankRows the places of the first of them, from 1
 * @param examples rows with missing cells before and after filling; empty if no row has one
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

    /** By which way: its name with its settings, of a model that was not fitted to fill the kind of model. */
    public String way() {
        return model.provenance()
                .configuration()
                .getOrDefault(FillerFit.WAY, model.model().kind());
    }

    /** The number of filled cells of all columns. */
    public long cells() {
        return columns.values().stream().mapToLong(Long::longValue).sum();
    }
}
