package io.eckart.report.result;

import io.eckart.report.Axis;
import io.eckart.report.BarChart;
import io.eckart.report.Block;
import io.eckart.report.Chart;
import io.eckart.report.Field;
import io.eckart.report.Level;
import io.eckart.report.LineChart;
import io.eckart.report.Multiples;
import io.eckart.report.Rows;
import io.eckart.report.Section;
import io.eckart.report.Series;
import io.eckart.report.Words;
import io.eckart.study.Curve;
import io.eckart.study.CurveFigure;
import io.eckart.study.Study;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The five pictures of a study, in the order of the notes, each with the sentence that it shows. */
final class StudyPictures {
    private static final String OVER_FLOOR = "error on noisy input, over the floor";
    private static final String WIDE = "k = 2 d";
    /** The variant of curves of the error on noisy input that was not measured on the rows trained on. */
    static final String HELD_OUT = "rows held out";

    private static final List<String> STARTS = List.of("small", "large");
    private static final Field CURVE_FORM = Field.text("/outer/parameterization", "form");

    private final Study study;
    private final StudySentences sentences;

    StudyPictures(Study study) {
        this.study = study;
        this.sentences = new StudySentences(study);
    }

    /** One section for each picture that there is data for. */
    List<Section> sections() {
        List<Section> sections = new ArrayList<>();
        if (has(CurveFigure.USED)) {
            sections.add(picture("1. Inner early stopping", sentences.depthOfUse(), depthOfUse()));
        }
        if (has(CurveFigure.IDENTITY)) {
            sections.add(picture("2. The identity", sentences.identity(), identity()));
        }
        if (!study.cells().isEmpty()) {
            sections.add(picture("3. Bottleneck and noise", sentences.noise(), noise()));
            sections.add(picture("4. Zeros are not masks", sentences.masks(), masks()));
        }
        if (has(CurveFigure.NOISY)) {
            sections.add(picture("5. Outer early stopping", sentences.outerStopping(), outerStopping()));
        }
        return sections;
    }

    private static Section picture(String title, String sentence, Block picture) {
        return Section.of(title, Words.of(sentence), picture);
    }

    private boolean has(CurveFigure figure) {
        return study.curves().stream().anyMatch(curve -> curve.figure().equals(figure.label()));
    }

    private Multiples depthOfUse() {
        return starts(
                "A given B, used with more or fewer inner steps than it was trained with (k = 2 d, clean rows)",
                start -> LineChart.of(
                        "trained with T = 3, 10 or 30, from a " + start + " start",
                        Axis.log("inner steps in use"),
                        Axis.ratio(OVER_FLOOR),
                        curves(CurveFigure.USED, "none", start, "late")));
    }

    private Multiples identity() {
        return starts(
                "Distance from the identity over training (k = 2 d, clean rows)",
                start -> LineChart.of(
                        "from a " + start + " start",
                        Axis.log(CurveFigure.IDENTITY.x()),
                        Axis.fromZero("distance from the identity"),
                        curves(CurveFigure.IDENTITY, "none", start, "")));
    }

    private Multiples outerStopping() {
        return starts(
                "5. Outer early stopping: the same descents, stopped earlier or later (input noise "
                        + study.trainingNoise() + ")",
                start -> LineChart.of(
                        "from a " + start + " start",
                        Axis.log(CurveFigure.NOISY.x()),
                        Axis.ratio(OVER_FLOOR),
                        curves(CurveFigure.NOISY, "none", start, HELD_OUT)));
    }

    private static Multiples starts(String title, Function<String, LineChart> chart) {
        return new Multiples(
                title,
                STARTS.stream()
                        .map(chart)
                        .map(line -> (Chart) line.sampled(StudyPage.SEEDS))
                        .toList());
    }

    private static Series curves(CurveFigure figure, String corruption, String start, String variant) {
        Rows rows = points(figure)
                .having("/outer/code_size", WIDE)
                .having("/outer/corruption", corruption)
                .having("/outer/start", start)
                .having("/outer/variant", variant);
        return Series.of(rows, Field.number("/value/x", figure.x()), Field.number("/value/y/mean", figure.y()))
                .by(CURVE_FORM)
                .within(Field.number("/value/y/half_width", "half width"));
    }

    private Chart noise() {
        String noisy = "/noisy/" + usualNoise();
        Rows late = Rows.of("/result/cells").having("/budget", "late").having("/start", "large");
        Rows clean = late.having("/corruption", "none");
        Rows trained = late.having("/corruption", "gaussian");
        return LineChart.of(
                        "Error on noisy input by the size of the code (large start, late)",
                        Axis.linear("k"),
                        Axis.fromZero("squared error per cell"),
                        line("P1, clean rows", clean.having("/parameterization", "P1 free"), noisy),
                        line("P2, clean rows", clean.having("/parameterization", "P2 pinv"), noisy),
                        line("P4 (T = 10), clean rows", clean.having("/parameterization", "P4 T=10"), noisy),
                        line("P2, noise in training", trained.having("/parameterization", "P2 pinv"), noisy),
                        line("P4 (T = 10), noise in training", trained.having("/parameterization", "P4 T=10"), noisy),
                        line(
                                        "least of any linear map",
                                        trained.having("/parameterization", "P1 free"),
                                        "/least" + noisy)
                                .asReference())
                .at(new Level("d'", "/result/intrinsic_dimension"), new Level("d", "/result/features"))
                .sampled(StudyPage.SEEDS);
    }

    private int usualNoise() {
        return study.testNoise().indexOf(study.trainingNoise());
    }

    private static Series line(String name, Rows rows, String measure) {
        boolean isMeasured = !measure.startsWith("/least");
        Series series = Series.of(
                name,
                rows,
                Field.count("/k", "k"),
                Field.number(isMeasured ? measure + "/mean" : measure, "squared error per cell"));
        return isMeasured ? series.within(Field.number(measure + "/half_width", "half width")) : series;
    }

    private static Chart masks() {
        Rows cells = Rows.of("/result/cells")
                .having("/budget", "late")
                .having("/start", "large")
                .having("/code_size", "d' < k < d");
        return BarChart.of(
                        "Error in hidden cells (d' < k < d, large start, late)",
                        Axis.category("form"),
                        Axis.fromZero("squared error per hidden cell"),
                        bars("hidden cells known as hidden", cells.having("/corruption", "masks")),
                        bars("zeros in their place", cells.having("/corruption", "zeros")))
                .lyingDown()
                .sampled(StudyPage.SEEDS);
    }

    private static Series bars(String name, Rows rows) {
        return Series.of(
                        name,
                        rows,
                        Field.text("/parameterization", "form"),
                        Field.number("/holes/mean", "squared error per hidden cell"))
                .within(Field.number("/holes/half_width", "half width"));
    }

    /** The points of all curves of a figure. */
    static Rows points(CurveFigure figure) {
        return Rows.of("/result/curves").each("/points").having("/outer/figure", figure.label());
    }

    /** The curves of a figure that the pictures show: k = 2 d, on clean rows. */
    static Stream<Curve> shown(Study study, CurveFigure figure, String start, String variant) {
        return study.curves().stream()
                .filter(curve -> curve.figure().equals(figure.label())
                        && curve.codeSize().equals(WIDE)
                        && curve.corruption().equals("none")
                        && curve.start().equals(start)
                        && curve.variant().equals(variant));
    }
}
