package io.eckart.data;

import java.util.Map;

/**
 * The content of a feature column.
 *
 * @param observed number of observed cells
 * @param missing number of missing cells
 * @param mean mean of the observed cells; for a boolean the fraction of its second level; NaN for categories
 * @param deviation standard deviation of the observed cells, divided by n; NaN for categories
 * @param min smallest number; NaN for other types
 * @param max largest number; NaN for other types
 * @param levels the number of cells with each level of a boolean or category, in the order of the levels; empty for numbers
 */
public record ColumnSummary(
        String name,
        ColumnType type,
        long observed,
        long missing,
        double mean,
        double deviation,
        double min,
        double max,
        Map<String, Long> levels) {}
