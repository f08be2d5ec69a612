package io.eckart.report.result;

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
import io.eckart.report.Sampling;
import io.eckart.report.Section;
import io.eckart.report.Series;
import io.eckart.report.Words;
import io.eckart.study.Study;
import java.util.List;
import java.util.Map;

/** A study: what its claims came to, errors in every setting, and what does the work. */
public final class StudyPage {
    static final Sampling SEEDS = Sampling.said("means over the seeds with 95 % intervals");

    private StudyPage() {}

    /** A study that was cut off is shown as far as it came. */
    public static ReportPage of(Study study, Origin origin) {
        return ReportPage.of(
                "What is said about autoencoders, tested",
                study.data(),
                List.of(claims(study), errors(study), parts(study), data(study)),
                StudyJson.of(study),
                Map.of(),
                origin);
    }

    private static Section claims(Study study) {
        return Section.of("Claims and verdicts")
                .andIf(
                        !study.claims().isEmpty(),
                        Words.of(
                                "What is claimed, the settings, the controls and the smallest effects that count were fixed before the run."
                                        + " A setting is for a claim where its whole interval over the seeds, corrected for the number of"
                                        + " comparisons (Holm), is on the claim's side of the border."),
                        RowTable.of(
                                "The claims, in the order of the subject",
                                "/result/claims",
                                Field.text("/plan/section", "section"),
                                Field.text("/plan/sentence", "claim"),
                                Field.text("/summary", "verdict"),
                                Field.text("/depends_on", "depends on"),
                                Field.text("/plan/control", "control"),
                                Field.text("/deciding/setting/name", "nearest to the border"),
                                Field.number("/deciding/mean", "number there"),
                                Field.text("/deciding/border", "border"),
                                Field.text("/deciding/setting/measured_on/rows", "measured on")),
                        evidence("Every setting", "/settings"),
                        evidence("Every control", "/controls"));
    }

    private static RowTable evidence(String title, String list) {
        return RowTable.of(
                title,
                Rows.of("/result/claims").each(list),
                Field.text("/outer/plan/id", "claim"),
                Field.text("/value/setting/name", "setting"),
                Field.number("/value/mean", "number"),
                Field.number("/value/low", "from"),
                Field.number("/value/high", "to"),
                Field.text("/value/border", "border"),
                Field.text("/value/answer", "answer"),
                Field.text("/value/setting/measured_on/rows", "measured on"));
    }

    private static Section errors(Study study) {
        return Section.of("Settings by parameterizations")
                .andIf(
                        !study.errors().isEmpty(),
                        RowTable.of(
                                        "Error over the exact floor",
                                        "/result/errors",
                                        Field.text("/task", "task"),
                                        Field.text("/training", "trained on"),
                                        Field.text("/input", "input"),
                                        Field.text("/code_size", "code size"),
                                        Field.text("/start", "start"),
                                        Field.text("/parameterization", "form"),
                                        Field.number("/ratio/mean", "error over the floor"),
                                        Field.number("/ratio/half_width", "± (95 %)"))
                                .sampled(SEEDS));
    }

    private static Section parts(Study study) {
        return Section.of("Which part does the work")
                .andIf(
                        !study.shares().isEmpty(),
                        RowTable.of(
                                        "Shares of the variance",
                                        "/result/shares",
                                        Field.text("/response", "what varies"),
                                        Field.text("/scope", "among"),
                                        Field.text("/source", "factor"),
                                        Field.percent("/share/mean", "share"),
                                        Field.percent("/share/half_width", "± (95 %)"))
                                .sampled(SEEDS))
                .andIf(!study.contrasts().isEmpty(), contrasts())
                .andIf(
                        !study.centring().isEmpty(),
                        RowTable.of(
                                        "What removing the mean changes",
                                        "/result/centring",
                                        Field.text("/parameterization", "form"),
                                        Field.text("/code_size", "code size"),
                                        Field.text("/start", "start"),
                                        Field.text("/training", "trained on"),
                                        Field.number("/kept/mean", "mean kept"),
                                        Field.number("/removed/mean", "mean removed"))
                                .sampled(SEEDS));
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

    private static Section data(Study study) {
        return Section.of(
                "Data and design",
                Facts.of(
                        Fact.text("measured on", "/result/measured_on/rows"),
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
}
