package io.eckart.report.result;

import io.eckart.report.Axis;
import io.eckart.report.BarChart;
import io.eckart.report.Chart;
import io.eckart.report.Facts;
import io.eckart.report.Facts.Fact;
import io.eckart.report.Field;
import io.eckart.report.Format;
import io.eckart.report.Level;
import io.eckart.report.LineChart;
import io.eckart.report.Multiples;
import io.eckart.report.Origin;
import io.eckart.report.ReportPage;
import io.eckart.report.RowTable;
import io.eckart.report.Rows;
import io.eckart.report.Sampling;
import io.eckart.report.Section;
import io.eckart.report.Series;
import io.eckart.report.Words;
import io.eckart.task.compare.ComparedModel;
import io.eckart.task.compare.Comparison;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Models and code sizes side by side. */
public final class ComparisonPage {
    private static final Sampling ROWS = Sampling.of("/result/rows", "", "evenly taken, held out fold by fold");
    private static final Field K = Field.count("/k", "k");

    private ComparisonPage() {}

    public static ReportPage of(Comparison found, Origin origin) {
        List<Section> sections = List.of(answer(), settings(found), table(found));
        return ReportPage.of("Which model to take", found.data(), sections, ComparisonJson.of(found), Map.of(), origin);
    }

    private static Section answer() {
        return Section.of(
                "What to take",
                Words.finding("/result/recommendation"),
                Facts.of(
                        Fact.count("rows", "/result/rows"),
                        Fact.count("features", "/result/features"),
                        Fact.count("folds", "/result/folds"),
                        Fact.number("noise (standard deviation)", "/result/noise"),
                        Fact.percent("cells hidden", "/result/hidden"),
                        Fact.number("dimension by two nearest neighbours", "/result/dimension/two_nearest"),
                        Fact.count("directions above chance", "/result/dimension/parallel_analysis"),
                        new Fact("time", "/result/seconds", Format.SECONDS),
                        Fact.text("noise level from", "/result/noise_source")));
    }

    /** One small chart for each setting: the same models, the same k, another task. */
    private static Section settings(Comparison found) {
        List<Chart> charts = List.of(
                chart("Rows as they are", "/reconstruction", true, found),
                chart("Noise away: clean rows from noisy ones", "/denoising", true, found),
                chart("With holes: all cells, while a part is hidden", "/masked", true, found),
                chart("Holes alone: the hidden cells", "/filling", false, found));
        return Section.of(
                        "Error by code size",
                        new Multiples("Squared error per cell of held-out rows, with the spread between folds", charts))
                .andIf(
                        found.rawLabel() != null,
                        LineChart.of(
                                        "Label: accuracy of softmax regression on the codes",
                                        Axis.linear("k").as(Format.COUNT),
                                        Axis.part("accuracy"),
                                        Series.of(coded(), K, Field.percent("/label/mean", "accuracy"))
                                                .by(Field.text("/model", "model"))
                                                .within(Field.percent("/label/spread", "spread")))
                                .with(new Level("on the features themselves", "/result/raw_label/mean"))
                                .sampled(ROWS));
    }

    /** Entries of models with a code. */
    private static Rows coded() {
        return Rows.of("/result/entries").without("/k", "0");
    }

    private static Chart chart(String title, String measure, boolean hasFloor, Comparison found) {
        Field error = Field.number(measure + "/mean", "squared error per cell");
        List<Series> series = new ArrayList<>();
        series.add(Series.of(coded(), K, error)
                .by(Field.text("/model", "model"))
                .within(Field.number(measure + "/spread", "spread")));
        if (hasFloor && !found.floors().isEmpty()) {
            series.add(Series.of("linear floor", "/result/floors", K, Field.number(measure, "floor"))
                    .asReference());
        }
        LineChart chart = LineChart.of(
                        title,
                        Axis.linear("k").as(Format.COUNT),
                        Axis.fromZero("squared error per cell"),
                        series.toArray(Series[]::new))
                .sampled(ROWS);
        for (int i = 0; i < found.entries().size(); i++) {
            if (found.entries().get(i).model() == ComparedModel.MEAN) {
                return chart.with(new Level("column means", "/result/entries/" + i + measure + "/mean"));
            }
        }
        return chart;
    }

    private static Section table(Comparison found) {
        List<Field> fields = new ArrayList<>(List.of(Field.text("/model", "model"), K));
        add(fields, "/reconstruction", "as they are", Format.NUMBER);
        add(fields, "/denoising", "noise away", Format.NUMBER);
        add(fields, "/masked", "with holes", Format.NUMBER);
        add(fields, "/filling", "holes alone", Format.NUMBER);
        if (found.rawLabel() != null) {
            add(fields, "/label", "label", Format.PERCENT);
        }
        fields.add(new Field("/seconds", "seconds", Format.SHORT));
        RowTable table = RowTable.of(
                "Models and code sizes: squared error per cell, mean over the folds ± their spread",
                "/result/entries",
                fields.toArray(Field[]::new));
        BarChart time = BarChart.of(
                        "Time of all fits",
                        "/result/entries",
                        Field.text("/model,/k", "model, k"),
                        Axis.fromZero("seconds"),
                        Field.number("/seconds", "seconds"))
                .lyingDown();
        RowTable floors = RowTable.of(
                "Linear floor: the least squared error per cell of any linear model on the same rows",
                "/result/floors",
                K,
                Field.number("/reconstruction", "as they are"),
                Field.number("/denoising", "noise away"),
                Field.number("/masked", "with holes"));
        return Section.of("All numbers", table.sampled(ROWS))
                .andIf(!found.floors().isEmpty(), floors)
                .and(time);
    }

    private static void add(List<Field> fields, String at, String title, Format format) {
        fields.add(new Field(at + "/mean", title, format));
        fields.add(new Field(at + "/spread", "±", format));
    }
}
