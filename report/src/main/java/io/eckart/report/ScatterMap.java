package io.eckart.report;

import java.util.List;

/**
 * Rows as points.
 *
 * @param colours fields that points can be coloured by: a text by category, a number by value; the first is taken at first
 * @param examples where rows with their cells are in the data, which the pointer over a point shows; empty for none
 */
public record ScatterMap(
        String title, Rows rows, Field x, Field y, List<Field> colours, Link link, String examples, Sampling sampling)
        implements Chart {
    /** A map whose rows are not known by their cells. */
    public ScatterMap(String title, Rows rows, Field x, Field y, List<Field> colours, Link link, Sampling sampling) {
        this(title, rows, x, y, colours, link, "", sampling);
    }

    public ScatterMap {
        colours = List.copyOf(colours);
    }
}
