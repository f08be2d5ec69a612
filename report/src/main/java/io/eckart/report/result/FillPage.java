package io.eckart.report.result;

import io.eckart.report.Axis;
import io.eckart.report.BarChart;
import io.eckart.report.Block;
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
import io.eckart.task.RowExamples;
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

    private static final String TITLE = "Filled cells";
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
                .ifPresent(rows -> sections.add(Section.of("Filled rows").and(rows(filled, rows))));
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
                Fact.text("filled by", "/result/way"),
                Fact.count("rows", "/result/rows"),
                Fact.count("cells filled", "/result/filled_cells"),
                Fact.count("rows without an observed cell", "/result/rows_without_observed_cell"),
                Fact.text("written", "/result/written"));
        boolean fits =
                filled.columns().values().stream().filter(count -> count > 0).count() <= MOST_BARS;
        String title = "Filled cells by column";
        Rows columns = Rows.of("/result/filled").without("/value", "0");
        Axis cells = Axis.fromZero("cells").as(Format.COUNT);
        return Section.of(
                "Filled",
                facts,
                fits
                        ? BarChart.of(title, Axis.category("column"), cells, Series.of(columns, COLUMN, CELLS))
                                .lyingDown()
                        : RowTable.of(title, columns, COLUMN, CELLS));
    }

    /** Images before and after; of tables each cell once, filled ones marked. */
    private static Block[] rows(Filled filled, RowExamples rows) {
        if (rows.image() != null) {
            return new Block[] {
                Examples.block("Rows with missing cells, as they are and filled", Link.NONE, rows, HOLED)
            };
        }
        List<Field> fields = new ArrayList<>(List.of(Field.count("/row", "row"), Field.text("/label", "label")));
        for (int j = 0; j < rows.columns().size(); j++) {
            fields.add(Field.number("/cells/1/" + j, rows.columns().get(j)).filling("/cells/0/" + j));
        }
        boolean isWide = rows.columns().size() < filled.columns().size();
        String some = "of " + filled.columns().size() + " columns those that are missing most often";
        return new Block[] {
            Words.of("A cell in a frame was missing and is filled; the others are as they were."
                    + (isWide ? " Shown are, " + some + "." : "")),
            RowTable.of("Rows with missing cells, filled", "/examples/rows", fields.toArray(Field[]::new))
                    .sampled(HOLED)
        };
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
                                + " first. ± is the standard error of the difference from its loss: a smaller difference may be chance."),
                Facts.of(
                        Fact.text("winner", at + "/winner"),
                        Fact.text("how cells were hidden", at + "/hidden"),
                        Fact.count("hidden cells", at + "/cells"),
                        Fact.count("times hidden", at + "/repetitions"),
                        Fact.count("rows", at + "/rows")),
                BarChart.of(
                                "Loss of each way on hidden cells",
                                Axis.category(method.title()),
                                Axis.fromZero("loss (mean squared error in units of the column)"),
                                Series.of(at + "/methods", method, loss).within(Field.number("/standard_error", "±")))
                        .lyingDown()
                        .sampled(cells),
                RowTable.of(
                                "Ways to fill",
                                at + "/methods",
                                method,
                                loss,
                                Field.number("/standard_error", "±"),
                                Field.number("/rmse", "RMSE"),
                                Field.number("/r2", "R²"),
                                Field.number("/accuracy", "accuracy"),
                                new Field("/seconds", "seconds", Format.SHORT))
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
                        "R² of each way by column (1 is perfect, 0 no better than the column mean)",
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
                        Field.number("/value/rmse", "RMSE in units of the column"),
                        Field.number("/value/r2", "R²"),
                        Field.number("/value/accuracy", "accuracy")));
    }
}
