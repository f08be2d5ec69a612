package io.eckart.report;

/**
 * Values over two categories as colours.
 *
 * @param diverging whether values lie about zero
 */
public record Heatmap(String title, Rows rows, Field x, Field y, Field value, boolean diverging, Sampling sampling)
        implements Chart {}
