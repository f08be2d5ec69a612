package io.eckart.report;

import java.util.List;

/**
 * Lines over a number, with intervals as bands.
 *
 * @param levels lines across at values of y
 * @param places upright lines at values of x
 */
public record LineChart(
        String title, Axis x, Axis y, List<Series> series, List<Level> levels, List<Level> places, Sampling sampling)
        implements Chart {
    public LineChart {
        series = List.copyOf(series);
        levels = List.copyOf(levels);
        places = List.copyOf(places);
    }

    public static LineChart of(String title, Axis x, Axis y, Series... series) {
        return new LineChart(title, x, y, List.of(series), List.of(), List.of(), Sampling.NONE);
    }

    public LineChart with(Level... lines) {
        return new LineChart(title, x, y, series, List.of(lines), places, sampling);
    }

    /** The same with upright lines. */
    public LineChart at(Level... lines) {
        return new LineChart(title, x, y, series, levels, List.of(lines), sampling);
    }

    public LineChart sampled(Sampling said) {
        return new LineChart(title, x, y, series, levels, places, said);
    }
}
