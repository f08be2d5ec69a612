package io.eckart.report;

import java.util.List;

/**
 * Rows and columns, sortable.
 *
 * @param title says what is in it
 * @param whole whether all rows are shown at once, not a page at a time
 */
public record RowTable(String title, Rows rows, List<Field> fields, Link link, Sampling sampling, boolean whole)
        implements Block {
    public RowTable {
        fields = List.copyOf(fields);
    }

    public static RowTable of(String title, String from, Field... fields) {
        return of(title, Rows.of(from), fields);
    }

    public static RowTable of(String title, Rows rows, Field... fields) {
        return new RowTable(title, rows, List.of(fields), Link.NONE, Sampling.NONE, false);
    }

    public RowTable linked(Link other) {
        return new RowTable(title, rows, fields, other, sampling, whole);
    }

    public RowTable sampled(Sampling said) {
        return new RowTable(title, rows, fields, link, said, whole);
    }

    /** The same with all rows at once. */
    public RowTable allAtOnce() {
        return new RowTable(title, rows, fields, link, sampling, true);
    }
}
