package io.eckart.data;

import java.util.Map;

/**
 * What a feature column holds.
 *
 * @param observed how many cells have a value
 * @param missing how many have none
 * @param mean of numbers over the observed cells; of a boolean the part of its second level; NaN for categories
 * @param deviation standard deviation over n, likewise
 * @param min of numbers; NaN for others
 * @param max of numbers; NaN for others
 * @param levels how often each level of a boolean or category occurs, in the order of the levels; empty for numbers
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
