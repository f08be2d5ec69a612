package io.eckart.report.result;

import io.eckart.report.Axis;
import io.eckart.report.BarChart;
import io.eckart.report.Chart;
import io.eckart.report.Field;
import io.eckart.report.Format;
import io.eckart.report.Heatmap;
import io.eckart.report.LineChart;
import io.eckart.report.RowTable;
import io.eckart.report.Rows;
import io.eckart.report.Section;
import io.eckart.report.Series;
import io.eckart.report.Words;
import io.eckart.study.CurveFigure;
import io.eckart.study.Study;

/** Everything of a study but its pictures: the table of settings, the claims, the factors, and what few people look at. */
record StudyTables(Study study) {

    /** The error of each parameterization over the exact floor, in each setting. */
    Section settings() {
        return Section.of("Setting by parameterization")
                .andIf(
                        !study.errors().isEmpty(),
                        Words.of(
                                "Error over the least of any linear map of that size on the same rows, at the end of training: 1 is the"
                                        + " best that a linear map can do. From k = d on that floor is zero on clean rows, so these are left out."
                                        + " In hidden cells the floor is that of maps fed zeros, below which P4, untied steps and networks may go."),
                        settings("No noise, no masks: trained and measured on clean rows", "none"),
                        settings("Robustness: trained on clean rows, measured with noise in the input", "robust"),
                        settings("Noise: trained and measured with noise in the input", "noise"),
                        settings("Masks: trained and measured with hidden cells", "masks"));
    }

    private static Heatmap settings(String title, String task) {
        return new Heatmap(
                title,
                Rows.of("/result/errors").having("/task", task).having("/floor_is_zero", "false"),
                Field.text("/parameterization", "form"),
                Field.text("/code_size,/start", "code size, size of the weights at the start"),
                Field.number("/ratio/mean", "error over the floor"),
                Heatmap.Colours.OVER_FLOOR,
                StudyPage.SEEDS);
    }

    /** One row for each claim. */
    Section claims() {
        return Section.of("The claims")
                .andIf(
                        !study.claims().isEmpty(),
                        Words.of(
                                "What is claimed, where it is tested, the controls and the smallest effects that count were fixed before the"
                                        + " run. A setting speaks for a claim where its whole interval over the seeds, corrected for the number of"
                                        + " comparisons (Holm), is on the claim's side of the border, and no control shows the same."),
                        RowTable.of(
                                        "What is said, and what was measured",
                                        "/result/claims",
                                        Field.text("/plan/section", "section"),
                                        Field.text("/plan/sentence", "claim"),
                                        Field.verdict("/summary", "verdict"),
                                        Field.text("/depends_on", "where"),
                                        Field.text("/deciding/mean,/deciding/border", "number nearest to its border"),
                                        Field.text("/plan/control", "control: what else could show the same"),
                                        Field.text("/deciding/setting/measured_on/rows", "measured on"))
                                .allAtOnce());
    }

    /** Which factor does the work. */
    Section factors() {
        Section section = Section.of("Which factor does the work");
        if (study.shares().isEmpty()) {
            return section;
        }
        return section.and(
                Words.of(
                        "Shares of the variance of what input noise adds to the error (its logarithm), over the runs of P4 with k above d':"
                                + " what a factor accounts for alone, or two together beyond that."),
                shares(
                        "Shares of the variance",
                        "log10 error that input noise adds",
                        "P4 with k above d', both starts"),
                contrasts());
    }

    private static Chart shares(String title, String response, String scope) {
        Rows rows = Rows.of("/result/shares").having("/scope", scope).having("/response", response);
        return BarChart.of(
                        title,
                        Axis.category("factor"),
                        Axis.fromZero("share of the variance").as(Format.PERCENT),
                        Series.of(rows, Field.text("/source", "factor"), Field.percent("/share/mean", "share"))
                                .within(Field.percent("/share/half_width", "half width")))
                .lyingDown()
                .sampled(StudyPage.SEEDS);
    }

    private static Chart contrasts() {
        return BarChart.of(
                        "Differences between levels, P4: below 0 the first has the smaller error",
                        Axis.category("levels"),
                        Axis.linear("difference of log10 of the errors"),
                        Series.of(
                                        "/result/contrasts",
                                        Field.text("/what", "levels"),
                                        Field.number("/difference/mean", "difference"))
                                .by(Field.text("/response", "error"))
                                .within(Field.number("/difference/half_width", "half width")))
                .lyingDown()
                .sampled(StudyPage.SEEDS);
    }

    /** What stands behind the verdicts. */
    Section evidence() {
        return Section.of("More: every setting and control of the claims")
                .andIf(
                        !study.claims().isEmpty(),
                        RowTable.of(
                                "How each claim was tested",
                                "/result/claims",
                                Field.text("/plan/id", "claim"),
                                Field.text("/plan/experiment", "experiment"),
                                Field.text("/plan/measure", "number of each setting"),
                                Field.text("/reason", "settings for it and against it")),
                        evidence("Every setting", "/settings"),
                        evidence("Every control", "/controls"),
                        RowTable.of(
                                "Numbers that were not judged",
                                Rows.of("/result/claims").each("/notes"),
                                Field.text("/outer/plan/id", "claim"),
                                Field.text("/value/name", "number"),
                                Field.number("/value/mean", "mean"),
                                Field.number("/value/half_width", "± (95 %)")))
                .fold();
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

    /** Curves that no picture shows. */
    Section curves() {
        return Section.of("More: other curves over outer time and depth")
                .andIf(
                        !study.curves().isEmpty(),
                        curves(CurveFigure.DEPTH, "d' < k < d", Axis.log(CurveFigure.DEPTH.y()), "/outer/variant"),
                        curves(CurveFigure.INVERSE, "", Axis.log(CurveFigure.INVERSE.y()), "/outer/code_size"),
                        identityWithNoise(),
                        scaled())
                .fold();
    }

    private static Chart curves(CurveFigure figure, String size, Axis y, String by) {
        Rows rows = StudyPictures.points(figure);
        return curve(figure.label(), figure, size.isEmpty() ? rows : rows.having("/outer/code_size", size), y, by);
    }

    private static Chart identityWithNoise() {
        CurveFigure figure = CurveFigure.IDENTITY;
        Rows rows = StudyPictures.points(figure)
                .having("/outer/corruption", "gaussian")
                .having("/outer/start", "large");
        return curve(
                "distance from the identity, trained with noise, k = 2 d, large start",
                figure,
                rows,
                Axis.fromZero(figure.y()),
                "/outer/parameterization");
    }

    private static Chart scaled() {
        CurveFigure figure = CurveFigure.SCALED;
        Rows rows = StudyPictures.points(figure)
                .having("/outer/code_size", "k = 2 d")
                .having("/outer/start", "large")
                .having("/outer/variant", "late");
        return curve(
                "control of inner stopping: the whole map times c, k = 2 d, large start",
                figure,
                rows,
                Axis.log(figure.y()),
                "/outer/parameterization");
    }

    private static Chart curve(String title, CurveFigure figure, Rows rows, Axis y, String by) {
        boolean isShare = figure == CurveFigure.SCALED;
        return LineChart.of(
                        title,
                        isShare ? Axis.linear(figure.x()) : Axis.log(figure.x()),
                        y,
                        Series.of(rows, Field.number("/value/x", figure.x()), Field.number("/value/y/mean", figure.y()))
                                .by(Field.text(by, "curve"))
                                .within(Field.number("/value/y/half_width", "half width")))
                .sampled(StudyPage.SEEDS);
    }

    /** All shares of variance, and what removing the mean changes. */
    Section effects() {
        Section section = Section.of("More: all factors, and what removing the mean changes");
        return study.shares().isEmpty()
                ? section
                : section.and(allShares())
                        .andIf(!study.centring().isEmpty(), centring())
                        .fold();
    }

    private static RowTable allShares() {
        return RowTable.of(
                        "Shares of the variance",
                        "/result/shares",
                        Field.text("/response", "what varies"),
                        Field.text("/scope", "among"),
                        Field.text("/source", "factor"),
                        Field.percent("/share/mean", "share"),
                        Field.percent("/share/half_width", "± (95 %)"))
                .sampled(StudyPage.SEEDS);
    }

    private static RowTable centring() {
        return RowTable.of(
                        "Error on noisy input over the floor of the rows about their mean, with the mean kept and removed",
                        "/result/centring",
                        Field.text("/parameterization", "form"),
                        Field.text("/code_size", "code size"),
                        Field.text("/start", "start"),
                        Field.text("/training", "trained on"),
                        Field.number("/mean_energy/mean", "energy of the mean"),
                        Field.number("/kept/mean", "mean kept"),
                        Field.number("/removed/mean", "mean removed"))
                .sampled(StudyPage.SEEDS);
    }
}
