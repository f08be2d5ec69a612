package io.eckart.report.result;

import io.eckart.report.Axis;
import io.eckart.report.BarChart;
import io.eckart.report.Block;
import io.eckart.report.Chart;
import io.eckart.report.Facts;
import io.eckart.report.Facts.Fact;
import io.eckart.report.Field;
import io.eckart.report.Format;
import io.eckart.report.Multiples;
import io.eckart.report.Origin;
import io.eckart.report.ReportPage;
import io.eckart.report.RowTable;
import io.eckart.report.Rows;
import io.eckart.report.Sampling;
import io.eckart.report.Section;
import io.eckart.report.Series;
import io.eckart.report.Words;
import io.eckart.study.FactorAlone;
import io.eckart.study.Study;
import io.eckart.study.VarianceShare;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A study: what its claims came to, errors against the code size in every setting, and what does the work. */
public final class StudyPage {
    static final Sampling SEEDS = Sampling.said("means over the seeds with 95 % intervals");

    private StudyPage() {}

    /** A study that was cut off is shown as far as it came. */
    public static ReportPage of(Study study, Origin origin) {
        List<Section> sections = new ArrayList<>(List.of(claims(study), data(study)));
        if (!study.cells().isEmpty()) {
            StudyCharts charts = new StudyCharts(study);
            sections.addAll(List.of(charts.errors(), charts.maps(), alone(study), parts(study)));
        }
        sections.add(StudyCurves.section(study));
        return ReportPage.of(
                "What is said about autoencoders, tested",
                study.data(),
                sections,
                StudyJson.of(study),
                Map.of(),
                origin);
    }

    private static Section claims(Study study) {
        return Section.of("Claims and verdicts")
                .andIf(
                        !study.claims().isEmpty(),
                        Words.of(
                                "Each claim is judged by numbers with a border. A part speaks for it where the whole 95 % interval over the"
                                        + " seeds is on the right side of the border; \"holds under\" names the parts that do; \"varies\" means that no"
                                        + " part is clear."),
                        RowTable.of(
                                "The claims, in the order of the subject",
                                "/result/claims",
                                Field.text("/section", "section"),
                                Field.text("/sentence", "claim"),
                                Field.text("/verdict", "verdict"),
                                Field.text("/condition", "where, and the numbers that matter")),
                        RowTable.of(
                                "How each was tested",
                                "/result/claims",
                                Field.text("/id", "claim"),
                                Field.text("/experiment", "experiment")),
                        RowTable.of(
                                "Every number that was measured for them",
                                Rows.of("/result/claims").each("/numbers"),
                                Field.text("/outer/id", "claim"),
                                Field.text("/value/name", "number"),
                                Field.number("/value/mean", "mean"),
                                Field.number("/value/half_width", "± (95 %)"),
                                Field.count("/value/seeds", "seeds")));
    }

    private static Section data(Study study) {
        return Section.of(
                "Data and design",
                Facts.of(
                        Fact.count("rows to learn from", "/result/train_rows"),
                        Fact.count("rows held out", "/result/test_rows"),
                        Fact.count("features d", "/result/features"),
                        Fact.count(
                                study.generated()
                                        ? "intrinsic dimension d' (planted)"
                                        : "intrinsic dimension d' (directions above chance)",
                                "/result/intrinsic_dimension"),
                        Fact.count("seeds", "/result/seeds"),
                        Fact.count("runs", "/result/runs"),
                        Fact.count("runs planned", "/result/planned_runs"),
                        Fact.number("root mean square cell, the unit of noise", "/result/unit"),
                        Fact.number("noise in training (in that unit)", "/result/training_noise"),
                        Fact.text("noise in the test input (in that unit)", "/result/test_noise"),
                        Fact.percent("cells hidden", "/result/hidden"),
                        new Fact("time", "/result/seconds", Format.SECONDS),
                        Fact.text("rows", "/result/sampling")));
    }

    private static Section alone(Study study) {
        List<String> factors =
                study.alone().stream().map(FactorAlone::factor).distinct().toList();
        return Section.of(
                "Each factor alone",
                Words.of(
                        "All other factors are at the base: P1, d' < k < d, clean rows, the late budget, noise as in training."),
                new Multiples(
                        "Squared error per cell on noisy input, one factor varied",
                        factors.stream()
                                .map(factor -> alone(factor, "/noisy", "squared error per cell"))
                                .toList()),
                new Multiples(
                        "Distance to the identity, one factor varied",
                        factors.stream()
                                .filter(factor -> !factor.equals("test noise"))
                                .map(factor -> alone(factor, "/identity_distance", "||BA − I|| / √d"))
                                .toList()));
    }

    private static Chart alone(String factor, String measure, String unit) {
        Rows rows = Rows.of("/result/alone").having("/factor", factor);
        Series levels = Series.of(rows, Field.text("/level", factor), Field.number(measure + "/mean", unit))
                .within(Field.number(measure + "/half_width", "half width"));
        return BarChart.of(factor, Axis.category(factor), Axis.fromZero(unit), levels)
                .lyingDown()
                .sampled(SEEDS);
    }

    private static Section parts(Study study) {
        return Section.of(
                        "Which part does the work",
                        Words.of(
                                "Shares of the sum of squares over the whole crossed design: what a factor alone, or two together beyond"
                                        + " what each does alone, account for."))
                .and(study.shares().stream()
                        .map(VarianceShare::scope)
                        .distinct()
                        .map(scope -> shares(study, scope))
                        .toArray(Block[]::new))
                .and(
                        RowTable.of(
                                        "Shares of the variance",
                                        "/result/shares",
                                        Field.text("/response", "what varies"),
                                        Field.text("/scope", "among"),
                                        Field.text("/source", "factor"),
                                        Field.percent("/share/mean", "share"),
                                        Field.percent("/share/half_width", "± (95 %)"))
                                .sampled(SEEDS),
                        contrasts());
    }

    private static Multiples shares(Study study, String scope) {
        return new Multiples(
                "Shares of the variance, " + scope,
                study.shares().stream()
                        .filter(share -> share.scope().equals(scope))
                        .map(VarianceShare::response)
                        .distinct()
                        .map(response -> shares(scope, response))
                        .toList());
    }

    private static Chart shares(String scope, String response) {
        Rows rows = Rows.of("/result/shares").having("/scope", scope).having("/response", response);
        return BarChart.of(
                        response,
                        Axis.category("factor"),
                        Axis.fromZero("share of the variance").as(Format.PERCENT),
                        Series.of(rows, Field.text("/source", "factor"), Field.percent("/share/mean", "share"))
                                .within(Field.percent("/share/half_width", "half width")))
                .lyingDown()
                .sampled(SEEDS);
    }

    private static BarChart contrasts() {
        return BarChart.of(
                        "Differences between levels, P4, all other factors averaged over: below 0 the first has the smaller error",
                        Axis.category("levels"),
                        Axis.linear("difference of log10 of the errors"),
                        Series.of(
                                        "/result/contrasts",
                                        Field.text("/what", "levels"),
                                        Field.number("/difference/mean", "difference"))
                                .by(Field.text("/response", "error"))
                                .within(Field.number("/difference/half_width", "half width")))
                .lyingDown()
                .sampled(SEEDS);
    }
}
