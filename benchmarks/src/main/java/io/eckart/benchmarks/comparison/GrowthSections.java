package io.eckart.benchmarks.comparison;

import io.eckart.report.Axis;
import io.eckart.report.Chart;
import io.eckart.report.Field;
import io.eckart.report.Format;
import io.eckart.report.LineChart;
import io.eckart.report.Multiples;
import io.eckart.report.RowTable;
import io.eckart.report.Rows;
import io.eckart.report.Section;
import io.eckart.report.Series;
import java.util.List;

/** The part of the page about growth and the limit. */
final class GrowthSections {
    private static final String POINTS = "/result/growth/points";

    private GrowthSections() {}

    static List<Section> of(Growth growth) {
        List<String> axes =
                growth.curves().stream().map(GrowthCurve::over).distinct().toList();
        RowTable exponents = RowTable.of(
                "Exponents: time grows as the size to this power; memory is that of the whole process",
                "/result/growth/curves",
                Field.text("/method", "method"),
                Field.text("/over", "over"),
                Field.number("/expected", "expected"),
                Field.number("/measured", "measured"),
                Field.number("/of_memory", "of peak memory"));
        RowTable points = RowTable.of(
                "All sizes",
                POINTS,
                Field.text("/method", "method"),
                Field.text("/over", "over"),
                Field.count("/value", "value"),
                new Field("/seconds", "median", Format.SECONDS),
                Field.number("/megabytes", "peak memory, MB"));
        return List.of(
                Section.of(
                        "Growth",
                        exponents,
                        charts("Time, each axis logarithmic", axes, "/seconds", "seconds"),
                        charts("Peak memory, each axis logarithmic", axes, "/megabytes", "MB"),
                        points),
                Section.of("Against the limit", limits()));
    }

    private static Multiples charts(String title, List<String> axes, String at, String unit) {
        List<Chart> charts =
                axes.stream().<Chart>map(over -> chart(over, at, unit)).toList();
        return new Multiples(title, charts);
    }

    private static LineChart chart(String over, String at, String unit) {
        return LineChart.of(
                unit + " over " + over,
                Axis.log(over).as(Format.COUNT),
                Axis.log(unit),
                Series.of(
                                "",
                                Rows.of(POINTS).having("/over", over),
                                Field.count("/value", over),
                                Field.number(at, unit))
                        .by(Field.text("/method", "method")));
    }

    private static RowTable limits() {
        return RowTable.of(
                "The largest products by what the machine can do in single precision",
                "/result/growth/limits",
                Field.text("/what", "what"),
                new Field("/seconds", "median", Format.SECONDS),
                Field.number("/gigaflops", "GFLOP/s"),
                Field.percent("/fraction", "of the peak"));
    }
}
