package io.eckart.task.fill;

import io.eckart.data.Column;
import io.eckart.data.Table;
import io.eckart.model.fitted.FittedModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Counts the filled cells of a table chunk by chunk, and keeps example rows. Not thread-safe. */
public final class FillTally {
    private static final int SHOWN_ROWS = 10;

    private final FittedModel<?> model;
    private final Optional<FillComparison> comparison;
    private final String data;
    private final List<Column> columns;
    private final long[] filled;
    private final List<Long> firstBlankRows = new ArrayList<>();
    private final FilledExamples examples = new FilledExamples();
    private long blankRows;
    private long rows;

    /**
     * Nothing is counted yet.
     *
     * @param model that fills
     * @param comparison by which it was chosen, if any
     * @param data the name of the table
     */
    public FillTally(FittedModel<?> model, Optional<FillComparison> comparison, String data) {
        this.model = model;
        this.comparison = comparison;
        this.data = data;
        this.columns = model.encoding().schema().features();
        this.filled = new long[columns.size()];
    }

    /**
     * Counts the next rows.
     *
     * @param before with their missing cells
     * @param after the same rows filled
     * @throws IllegalArgumentException if it has other rows or columns
     */
    public void add(Table before, Table after) {
        examples.add(before, after);
        for (int i = 0; i < before.rows(); i++) {
            rows++;
            int missing = 0;
            for (int j = 0; j < filled.length; j++) {
                if (before.isMissing(i, j)) {
                    filled[j]++;
                    missing++;
                }
            }
            if (missing == filled.length) {
                addBlankRow();
            }
        }
    }

    /**
     * Takes back cells that were filled but not written.
     *
     * @param left how many of each feature; empty for none
     */
    public void leave(long[] left) {
        for (int j = 0; j < left.length; j++) {
            filled[j] -= left[j];
        }
    }

    private void addBlankRow() {
        blankRows++;
        if (firstBlankRows.size() < SHOWN_ROWS) {
            firstBlankRows.add(rows);
        }
    }

    /** The counts so far. */
    public Filled filled() {
        Map<String, Long> byColumn = new LinkedHashMap<>();
        for (int j = 0; j < filled.length; j++) {
            byColumn.put(columns.get(j).name(), filled[j]);
        }
        return new Filled(model, comparison, data, rows, byColumn, blankRows, firstBlankRows, examples.examples());
    }
}
