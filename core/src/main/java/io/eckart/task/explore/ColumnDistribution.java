package io.eckart.task.explore;

import io.eckart.task.Histogram;

/**
 * How the cells of a feature column are distributed.
 *
 * @param missingShare missing cells by all cells
 * @param unique the number of different values or levels that occur
 * @param uniqueIsExact whether it was counted; else estimated, with a standard error of 5 % or less
 * @param lowerQuartile of numbers, NaN for other types, as the next two
 * @param median of numbers
 * @param upperQuartile of numbers
 * @param quantileCells the number of cells that the quartiles are those of: all observed ones, or a sample of rows
 * @param histogram of all observed numbers; empty for other types
 */
public record ColumnDistribution(
        double missingShare,
        long unique,
        boolean uniqueIsExact,
        double lowerQuartile,
        double median,
        double upperQuartile,
        long quantileCells,
        Histogram histogram) {}
