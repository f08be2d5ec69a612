package io.eckart.report;

import java.util.List;

/** Lines over a number, with intervals as bands. */
public record LineChart(String title, Axis x, Axis y, List<Series> series, List<Level> levels, Sampling sampling)
        implements Chart {
    public LineChart {
        series = List.copyOf(series);
        levels = List.copyOf(levels);
    }

    public static LineChart of(String title, Axis x, Axis y, Series... series) {
        return new LineChart(title, x, y, List.of(series), List.of(), Sampling.NONE);
    }

    public LineChart with(Level... wanted) {
        return new LineChart(title, x, y, series, List.of(wanted), sampling);
    }

    public LineChart sampled(Sampling said) {
        return new LineChart(title, x, y, series, levels, said);
    }
}
