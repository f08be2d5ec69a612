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
import io.eckart.task.score.ScoreFindings;
import io.eckart.task.score.ScoreSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How odd rows are. */
public final class ScorePage {
    private ScorePage() {}

    /**
     * The page.
     *
     * @param data the name of the rows
     * @param output the scores themselves
     */
    public static ReportPage of(ScoreFindings found, String data, RowOutput output, Origin origin) {
        return ReportPage.of(
                "How odd rows are",
                data,
                List.of(scores(found), odd(found.spread())),
                ScoreJson.of(found, output),
                Map.of("spread", Json.record(found.spread())),
                origin);
    }

    private static Section scores(ScoreFindings found) {
        return Section.of(
                        "Scores",
                        Facts.of(Fact.count("rows", "/result/rows"), Fact.text("score", "/spread/score"))
                                .andIf(
                                        found.threshold().isPresent(),
                                        Fact.text("threshold of", "/result/threshold/score"),
                                        Fact.number("threshold", "/result/threshold/value"),
                                        Fact.count("odd rows", "/result/threshold/odd"))
                                .and(Fact.text("written", "/result/written")),
                        HistogramChart.of("Distribution of scores", "score", "/spread/histogram/bins")
                                .at(marks(found))
                                .sampled(Sampling.of(
                                        "/spread/histogram/values", "/spread/rows", "those with an observed cell")))
                .andIf(
                        !found.areasUnderRoc().isEmpty(),
                        BarChart.of(
                                "Area under the ROC curve of each score, by the labels",
                                "/result/area_under_roc",
                                Field.text("/name", "score"),
                                Axis.fromZero("area (0.5 is chance, 1 perfect)"),
                                Field.number("/value", "area")));
    }

    private static Level[] marks(ScoreFindings found) {
        return found.threshold().isPresent()
                ? new Level[] {new Level("threshold", "/result/threshold/value")}
                : new Level[0];
    }

    private static Section odd(ScoreSummary.Spread spread) {
        List<Field> fields = new ArrayList<>(List.of(
                Field.count("/row", "row"),
                Field.number("/score", "score"),
                Field.number("/error_per_cell", "squared error per cell")));
        int features = spread.oddRows().stream()
                .mapToInt(row -> row.features().size())
                .max()
                .orElse(0);
        for (int i = 0; i < features; i++) {
            fields.add(Field.text("/features/" + i + "/name", "feature " + (i + 1)));
            fields.add(Field.percent("/features/" + i + "/share", "its share"));
        }
        return Section.of(
                "The oddest rows",
                RowTable.of(
                                "The largest scores, and the features with the largest part of the squared error",
                                "/spread/odd_rows",
                                fields.toArray(Field[]::new))
                        .sampled(Sampling.of("/spread/odd_rows", "/spread/rows", "the largest scores")));
    }
}
