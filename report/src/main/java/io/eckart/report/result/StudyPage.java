package io.eckart.report.result;

import io.eckart.report.Facts;
import io.eckart.report.Facts.Fact;
import io.eckart.report.Format;
import io.eckart.report.Origin;
import io.eckart.report.ReportPage;
import io.eckart.report.Sampling;
import io.eckart.report.Section;
import io.eckart.study.Study;
import java.util.Map;
import java.util.stream.Stream;

/** A study: five pictures, every setting by parameterization, the claims, the factors; all else is folded away. */
public final class StudyPage {
    static final Sampling SEEDS = Sampling.said("means over the seeds with 95 % intervals");

    private StudyPage() {}

    /** A study that was cut off is shown as far as it came. */
    public static ReportPage of(Study study, Origin origin) {
        StudyTables tables = new StudyTables(study);
        return ReportPage.of(
                "What is said about autoencoders, tested",
                study.data(),
                Stream.concat(
                                new StudyPictures(study).sections().stream(),
                                Stream.of(
                                        tables.settings(),
                                        tables.claims(),
                                        tables.factors(),
                                        tables.evidence(),
                                        tables.curves(),
                                        tables.effects(),
                                        data(study).fold()))
                        .toList(),
                StudyJson.of(study),
                Map.of(),
                origin);
    }

    private static Section data(Study study) {
        return Section.of(
                "More: data and design",
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
