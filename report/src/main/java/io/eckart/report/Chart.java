package io.eckart.report;

/** A block that is drawn, and that can be read as a table and be taken away as CSV and as SVG. */
public sealed interface Chart extends Block permits LineChart, BarChart, HistogramChart, ScatterMap, Heatmap {

    /** Says what the chart shows. */
    String title();
}
