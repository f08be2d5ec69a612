package io.eckart.benchmarks.comparison;

import io.eckart.model.fitted.EckartVersion;
import io.eckart.numerics.blas.LinearAlgebra;
import io.eckart.report.Axis;
import io.eckart.report.BarChart;
import io.eckart.report.Facts;
import io.eckart.report.Facts.Fact;
import io.eckart.report.Field;
import io.eckart.report.Format;
import io.eckart.report.Origin;
import io.eckart.report.ReportPage;
import io.eckart.report.RowTable;
import io.eckart.report.Rows;
import io.eckart.report.Section;
import io.eckart.report.Series;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** The outcomes as a page. */
final class ReportHtml {
    private static final String ROWS = "/result/rows";

    private ReportHtml() {}

    /** @param json what {@link Report#json} gives */
    static ReportPage page(Report report, ObjectNode json) {
        List<Section> sections = new ArrayList<>();
        sections.add(conditions(!report.played().isEmpty()));
        report.played().forEach(one -> sections.add(section(one.discipline())));
        report.growth().ifPresent(growth -> sections.addAll(GrowthSections.of(growth)));
        return ReportPage.of(
                "Speed",
                "Eckart " + EckartVersion.current() + " and others, the same work on the same data in turns",
                sections,
                json,
                Map.of(),
                origin(report.options()));
    }

    private static Origin origin(Options options) {
        return new Origin(
                "benchmarks/compare " + String.join(" ", options.disciplines()),
                EckartVersion.current(),
                "0",
                options.threads(),
                LinearAlgebra.get().description(),
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
    }

    private static Section conditions(boolean hasSides) {
        Facts facts = new Facts(
                "",
                List.of(
                        Fact.text("processor", "/result/machine/cpu"),
                        Fact.count("cores", "/result/machine/cores"),
                        Fact.text("system", "/result/machine/system"),
                        Fact.number("load before", "/result/load_before"),
                        Fact.count("threads of each side", "/result/threads"),
                        Fact.count("rounds in turns", "/result/rounds"),
                        Fact.count("warm-ups", "/result/warmups")));
        RowTable sides = RowTable.of(
                "Who took part", "/result/sides", Field.text("/name", "side"), Field.text("/versions", "stands on"));
        return hasSides ? Section.of("Conditions", facts, sides) : Section.of("Conditions", facts);
    }

    private static Section section(Discipline discipline) {
        Rows rows = Rows.of(ROWS).having("/discipline", discipline.name());
        Field by = Field.text("/by", "by");
        RowTable table = RowTable.of(
                "Median of the rounds; above 1 Eckart is faster",
                rows,
                Field.text("/task", "task"),
                by,
                new Field("/median", "median", Format.SECONDS),
                new Field("/least", "least", Format.SECONDS),
                new Field("/most", "most", Format.SECONDS),
                Field.number("/ratio", "peer / Eckart"),
                Field.number("/least_ratio", "of the least"),
                Field.number("/target", "target"),
                Field.text("/met", "met"),
                Field.number("/rate", "samples/s"),
                Field.number("/check", discipline.check()),
                Field.count("/iterations", "iterations"));
        BarChart ratios = BarChart.of(
                        "How many times Eckart's time the others need",
                        Axis.category("task, by"),
                        Axis.fromZero("peer / Eckart"),
                        Series.of(
                                "",
                                rows.without("/by", "eckart"),
                                Field.text("/task,/by", "task, by"),
                                Field.number("/ratio", "ratio")))
                .lyingDown();
        return Section.of(discipline.title(), table, ratios);
    }
}
