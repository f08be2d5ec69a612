package io.eckart.report.result;

import io.eckart.report.Axis;
import io.eckart.report.BarChart;
import io.eckart.report.Facts;
import io.eckart.report.Facts.Fact;
import io.eckart.report.Field;
import io.eckart.report.Format;
import io.eckart.report.Heatmap;
import io.eckart.report.Link;
import io.eckart.report.Origin;
import io.eckart.report.ReportPage;
import io.eckart.report.RowTable;
import io.eckart.report.Rows;
import io.eckart.report.Sampling;
import io.eckart.report.Section;
import io.eckart.report.Series;
import io.eckart.report.Words;
import io.eckart.task.fill.FillComparison;
import io.eckart.task.fill.Filled;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** What {@code fill} answers: what was filled, and how ways to fill compared. */
public final class FillPage {
    /** As many as a person looks at; images have a column for each pixel. */
    private static final int MOST_BARS = 60;

    private static final String TITLE = "How missing cells are filled";
    private static final Field COLUMN = Field.text("/name", "column");
    private static final Field CELLS = Field.count("/value", "cells");
    private static final Sampling HOLED =
            Sampling.of("/examples/rows", "/examples/of", "evenly taken of those with missing cells");

    private FillPage() {}

    /**
     * A table that was filled.
     *
     * @param file that was written, if one was
     */
    public static ReportPage of(Filled filled, Optional<Path> file, Origin origin) {
        List<Section> sections = new ArrayList<>(List.of(filled(filled)));
        filled.examples()
                .ifPresent(rows -> sections.add(Section.of(
                        "Before and after",
                        Examples.block("Rows with missing cells, as they are and filled", Link.NONE, rows, HOLED))));
        if (filled.comparison().isPresent()) {
            sections.addAll(comparison("/result/comparison"));
        }
        ObjectNode json = FillJson.of(filled, file);
        return ReportPage.of(TITLE, filled.data(), sections, json, Examples.data(filled.examples()), origin);
    }

    /**
     * Ways to fill, compared.
     *
     * @param data the name of the table
     */
    public static ReportPage of(FillComparison comparison, String data, Origin origin) {
        return ReportPage.of(TITLE, data, comparison("/result"), FillJson.of(comparison), Map.of(), origin);
    }

    private static Section filled(Filled filled) {
        Facts facts = Facts.of(
                Fact.text("filled by", "/result/model"),
                Fact.count("rows", "/result/rows"),
                Fact.count("cells filled", "/result/filled_cells"),
                Fact.count("rows without an observed cell", "/result/rows_without_observed_cell"),
                Fact.text("written", "/result/written"));
        boolean fits = filled.columns().size() <= MOST_BARS;
        String title = "Cells filled in each column";
        Axis cells = Axis.linear("cells").as(Format.COUNT);
        return Section.of(
                "Filled",
                facts,
                fits
                        ? BarChart.of(title, "/result/filled", COLUMN, cells, CELLS)
                                .lyingDown()
                        : RowTable.of(title, "/result/filled", COLUMN, CELLS));
    }

    private static List<Section> comparison(String at) {
        return List.of(ranking(at), columns(at));
    }

    private static Section ranking(String at) {
        Sampling cells = Sampling.said("observed cells that were hidden, the same ones for every way");
        Field method = Field.text("/method", "way to fill");
        Field loss = Field.number("/loss", "loss");
        return Section.of(
                "Ways compared",
                Words.of(
                        "Cells whose value is known were hidden, and each way filled them without having seen them. The winner is"
                                + " first; a difference within the standard error is none."),
                Facts.of(
                        Fact.text("winner", at + "/winner"),
                        Fact.text("how cells were hidden", at + "/hidden"),
                        Fact.count("hidden cells", at + "/cells"),
                        Fact.count("times hidden", at + "/repetitions"),
                        Fact.count("rows", at + "/rows")),
                BarChart.of(
                                "Loss of each way on hidden cells, with the standard error of its difference from the least",
                                Axis.category(method.title()),
                                Axis.linear("mean squared error in units of the column"),
                                Series.of(at + "/methods", method, loss)
                                        .within(Field.number("/standard_error", "standard error")))
                        .lyingDown()
                        .sampled(cells),
                RowTable.of(
                                "Ways to fill",
                                at + "/methods",
                                method,
                                loss,
                                Field.number("/standard_error", "± difference from the least"),
                                Field.number("/rmse", "RMSE of numbers"),
                                Field.number("/r2", "R²"),
                                Field.percent("/accuracy", "levels right"),
                                new Field("/seconds", "time", Format.SECONDS))
                        .sampled(cells),
                Words.warning(at + "/left_out"));
    }

    private static Section columns(String at) {
        Rows cells = Rows.of(at + "/methods").each("/columns");
        Field method = Field.text("/outer/method", "way to fill");
        Field column = Field.text("/name", "column");
        return Section.of(
                "Column by column",
                new Heatmap(
                        "R² of each way in each column of numbers (0: no better than the column mean)",
                        cells.without("/value/r2", "null"),
                        method,
                        column,
                        Field.number("/value/r2", "R²"),
                        Heatmap.Colours.ABOUT_ZERO,
                        Sampling.NONE),
                RowTable.of(
                        "Errors by way and column",
                        cells,
                        method,
                        column,
                        Field.count("/value/cells", "hidden cells"),
                        Field.number("/value/rmse", "RMSE (units of the column)"),
                        Field.number("/value/r2", "R²"),
                        Field.percent("/value/accuracy", "levels right")));
    }
}
