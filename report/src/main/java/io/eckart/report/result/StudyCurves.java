package io.eckart.report.result;

import io.eckart.report.Axis;
import io.eckart.report.Block;
import io.eckart.report.Chart;
import io.eckart.report.Field;
import io.eckart.report.Format;
import io.eckart.report.LineChart;
import io.eckart.report.Multiples;
import io.eckart.report.Rows;
import io.eckart.report.Section;
import io.eckart.report.Series;
import io.eckart.study.Curve;
import io.eckart.study.Parameterization;
import io.eckart.study.Study;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a study followed over budget and depth: a chart for each figure, or one for each of its settings, a line for each form. */
final class StudyCurves {

    private StudyCurves() {}

    static Section section(Study study) {
        List<Block> blocks = new ArrayList<>();
        Map<String, List<Curve>> figures = study.curves().stream()
                .collect(Collectors.groupingBy(Curve::figure, LinkedHashMap::new, Collectors.toList()));
        figures.forEach((figure, curves) -> blocks.add(block(figure, curves)));
        return new Section("Over budget and depth", blocks, false);
    }

    private static Block block(String figure, List<Curve> curves) {
        Map<String, List<Curve>> settings = curves.stream()
                .collect(Collectors.groupingBy(StudyCurves::setting, LinkedHashMap::new, Collectors.toList()));
        if (settings.size() == 1) {
            return chart(figure, curves);
        }
        List<Chart> charts = new ArrayList<>();
        settings.forEach((setting, of) -> charts.add(chart(setting, of)));
        return new Multiples(figure, charts);
    }

    /** The name of the form that a series starts with, or all of it where it starts with none. */
    private static String form(Curve curve) {
        return Arrays.stream(Parameterization.values())
                .map(Parameterization::label)
                .filter(label -> curve.series().startsWith(label + " "))
                .findFirst()
                .orElse(curve.series());
    }

    /** What the series says besides the form. */
    private static String setting(Curve curve) {
        return curve.series().substring(form(curve).length()).strip();
    }

    private static LineChart chart(String title, List<Curve> curves) {
        Curve first = curves.getFirst();
        Series[] series = curves.stream().map(StudyCurves::series).toArray(Series[]::new);
        return LineChart.of(title, Axis.log(first.x()).as(Format.COUNT), Axis.log(first.y()), series)
                .sampled(StudyPage.SEEDS);
    }

    private static Series series(Curve curve) {
        Rows points = Rows.of("/result/curves")
                .each("/points")
                .having("/outer/figure", curve.figure())
                .having("/outer/series", curve.series());
        return Series.of(
                        form(curve),
                        points,
                        Field.count("/value/x", curve.x()),
                        Field.number("/value/y/mean", curve.y()))
                .within(Field.number("/value/y/half_width", "half width"));
    }
}
