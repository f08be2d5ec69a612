package io.eckart.report;

import java.util.List;

/**
 * Rows as points.
 *
 * @param colours fields that points can be coloured by: a text by category, a number by value; the first is taken at first
 */
public record ScatterMap(String title, Rows rows, Field x, Field y, List<Field> colours, Link link, Sampling sampling)
        implements Chart {
    public ScatterMap {
        colours = List.copyOf(colours);
    }
}
