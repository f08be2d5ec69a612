package io.eckart.report;

import java.util.List;

/**
 * A histogram: bars from edge to edge of bins, over an axis of numbers.
 *
 * @param rows the bins, each with {@code from}, {@code to} and {@code count}
 * @param x what was counted; its format is that of the edges
 * @param y what the counts are of
 * @param places upright lines at values of x, such as a threshold
 */
public record HistogramChart(String title, Rows rows, Axis x, Axis y, List<Level> places, Sampling sampling)
        implements Chart {
    public HistogramChart {
        places = List.copyOf(places);
    }

    /**
     * A histogram of rows.
     *
     * @param bins where the bins are in the data
     */
    public static HistogramChart of(String title, String value, String bins) {
        Axis rows = Axis.fromZero("rows").as(Format.COUNT);
        return new HistogramChart(title, Rows.of(bins), Axis.linear(value), rows, List.of(), Sampling.NONE);
    }

    /** The same with upright lines. */
    public HistogramChart at(Level... lines) {
        return new HistogramChart(title, rows, x, y, List.of(lines), sampling);
    }

    public HistogramChart sampled(Sampling said) {
        return new HistogramChart(title, rows, x, y, places, said);
    }
}
