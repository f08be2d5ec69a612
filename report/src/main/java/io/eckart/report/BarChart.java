package io.eckart.report;

import java.util.List;

/**
 * Bars over categories, with intervals as whiskers.
 *
 * @param levels lines across at values of y
 * @param places upright lines at values of x, where the rows are bins with the members {@code from} and {@code to}
 * @param lying whether bars run from left to right, for long names
 */
public record BarChart(
        String title,
        Axis x,
        Axis y,
        List<Series> series,
        List<Level> levels,
        List<Level> places,
        boolean lying,
        Sampling sampling)
        implements Chart {
    public BarChart {
        series = List.copyOf(series);
        levels = List.copyOf(levels);
        places = List.copyOf(places);
    }

    public static BarChart of(String title, Axis x, Axis y, Series... series) {
        return new BarChart(title, x, y, List.of(series), List.of(), List.of(), false, Sampling.NONE);
    }

    /** One bar for each row, over the categories of a field. */
    public static BarChart of(String title, String from, Field category, Axis y, Field value) {
        return of(title, Axis.category(category.title()), y, Series.of(from, category, value));
    }

    /** The same with bars from left to right. */
    public BarChart lyingDown() {
        return new BarChart(title, x, y, series, levels, places, true, sampling);
    }

    public BarChart with(Level... lines) {
        return new BarChart(title, x, y, series, List.of(lines), places, lying, sampling);
    }

    /** The same with upright lines between or within its bins. */
    public BarChart at(Level... lines) {
        return new BarChart(title, x, y, series, levels, List.of(lines), lying, sampling);
    }

    public BarChart sampled(Sampling said) {
        return new BarChart(title, x, y, series, levels, places, lying, said);
    }
}
