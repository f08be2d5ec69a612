package io.eckart.report.result;

import io.eckart.report.Axis;
import io.eckart.report.BarChart;
import io.eckart.report.Facts;
import io.eckart.report.Facts.Fact;
import io.eckart.report.Field;
import io.eckart.report.HistogramChart;
import io.eckart.report.Json;
import io.eckart.report.Level;
import io.eckart.report.Origin;
import io.eckart.report.ReportPage;
import io.eckart.report.RowTable;
import io.eckart.report.Sampling;
import io.eckart.report.Section;
import io.eckart.report.Words;
import io.eckart.task.score.ScoreFindings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How odd rows are. */
public final class ScorePage {
    private static final int SHOWN_COLUMNS = 3;

    private ScorePage() {}

    /**
     * The page.
     *
     * @param found with the distribution of the scores
     * @param data the name of the rows
     * @param output the scores themselves
     */
    public static ReportPage of(ScoreFindings found, String data, RowOutput output, Origin origin) {
        return ReportPage.of(
                "Scores of rows",
                data,
                List.of(scores(found), odd(found)),
                ScoreJson.of(found, output),
                Map.of("histogram", Json.record(found.histogram()), "odd_rows", ScoreJson.rows(found.oddRows())),
                origin);
    }

    private static Section scores(ScoreFindings found) {
        return Section.of(
                        "Scores",
                        Facts.of(Fact.count("rows", "/result/rows"), Fact.text("score", "/result/ordered_by"))
                                .andIf(
                                        found.threshold().isPresent(),
                                        Fact.number("threshold", "/result/threshold/value"),
                                        Fact.count("odd rows", "/result/threshold/odd"))
                                .and(Fact.text("written", "/result/written")),
                        histogram(found))
                .andIf(
                        !found.areasUnderRoc().isEmpty(),
                        BarChart.of(
                                "Area under the ROC curve of each score, by the labels",
                                "/result/area_under_roc",
                                Field.text("/name", "score"),
                                Axis.fromZero("area (0.5 is chance, 1 perfect)"),
                                Field.number("/value", "area")));
    }

    private static HistogramChart histogram(ScoreFindings found) {
        HistogramChart chart = HistogramChart.of("Distribution of scores", "score", "/histogram/bins")
                .sampled(Sampling.of("/histogram/values", "/result/rows", "those with an observed cell"));
        return found.threshold().isPresent() ? chart.at(new Level("threshold", "/result/threshold/value")) : chart;
    }

    private static Section odd(ScoreFindings found) {
        boolean flags = found.threshold().isPresent();
        boolean whole = found.odd() <= found.oddRows().size();
        List<Field> fields = new ArrayList<>(List.of(Field.count("/row", "row")));
        for (int i = 0; i < found.kept().size(); i++) {
            fields.add(Field.text("/kept/" + i, found.kept().get(i)));
        }
        fields.add(Field.number("/score", "score"));
        if (found.oddRows().stream().anyMatch(row -> row.flagged() != flags)) {
            fields.add(Field.text("/flagged", "flagged"));
        }
        fields.add(Field.text("/reason", "odd because"));
        for (int i = 0; i < SHOWN_COLUMNS; i++) {
            fields.add(Field.text("/columns/" + i + "/column", "column " + (i + 1)));
            fields.add(Field.number("/columns/" + i + "/value", "is"));
            fields.add(Field.number("/columns/" + i + "/expected", "expected"));
            fields.add(Field.percent("/columns/" + i + "/share", "share"));
        }
        return Section.of(
                "The oddest rows",
                Words.of(
                        "Each row with the columns that make it odd. Where it does not fit the model, its reconstruction was"
                                + " expected, and shares are parts of its squared error. Where it is far out, the mean of the fitted rows"
                                + " was expected, and shares are parts of its squared distance in standard deviations."),
                RowTable.of(
                                "The largest scores first"
                                        + (flags && whole ? ", all rows above the threshold among them" : ""),
                                "/odd_rows",
                                fields.toArray(Field[]::new))
                        .sampled(
                                Sampling.of(
                                        "/odd_rows",
                                        "/result/rows",
                                        whole
                                                ? "the largest scores"
                                                : "the largest scores; the file of scores marks all rows above the threshold")));
    }
}
