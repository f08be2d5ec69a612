package io.eckart.report;

/**
 * Values over two categories as colours.
 *
 * @param colours how values become colours
 */
public record Heatmap(String title, Rows rows, Field x, Field y, Field value, Colours colours, Sampling sampling)
        implements Chart {
    /** How values become colours. */
    public enum Colours {
        /** Values about zero: one colour for each side. */
        ABOUT_ZERO,
        /** Counts or parts: the page's own colour at 0, deeper for more; each cell shows its value. */
        FROM_ZERO,
        /** Ratios to a floor: the page's own colour at 1, deeper on a logarithmic scale up to 4; each cell shows its value. */
        OVER_FLOOR
    }
}
