package io.eckart.report.result;

import io.eckart.report.Axis;
import io.eckart.report.BarChart;
import io.eckart.report.Facts;
import io.eckart.report.Facts.Fact;
import io.eckart.report.Field;
import io.eckart.report.Format;
import io.eckart.report.HistogramChart;
import io.eckart.report.Json;
import io.eckart.report.LineChart;
import io.eckart.report.Link;
import io.eckart.report.RowTable;
import io.eckart.report.Sampling;
import io.eckart.report.Section;
import io.eckart.report.Series;
import io.eckart.report.Words;
import io.eckart.task.label.LabelTask;
import io.eckart.task.label.Labelled;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What there is to look at before labels are used. */
record LabelCheckBlocks(Labelled labelled, CheckedRows cells) {
    /** The line of perfect reliability, as a member of the page's data. */
    static final Map<String, JsonNode> DATA = Map.of("diagonal", Json.value(List.of(0, 1)));

    private static final String ROWS = "/result/rows_to_check/rows";

    private boolean isClasses() {
        return labelled.task() == LabelTask.CLASSIFICATION;
    }

    /** Classes, or ranges of values. */
    Section groups() {
        return isClasses() ? classes() : ranges();
    }

    private static Section classes() {
        Field name = Field.text("/name", "class");
        return Section.of(
                "Classes",
                BarChart.of(
                                "Rows of each class",
                                Axis.category("class"),
                                Axis.fromZero("rows").as(Format.COUNT),
                                Series.of("labels given", "/result/classes", name, Field.count("/labels", "rows")),
                                Series.of("predicted", "/result/classes", name, Field.count("/predicted", "rows")))
                        .lyingDown(),
                RowTable.of(
                        "Classes",
                        "/result/classes",
                        name,
                        Field.count("/labels", "labels given"),
                        Field.count("/predicted", "predicted"),
                        Field.percent("/recall", "recall by cross-validation")));
    }

    private static Section ranges() {
        return Section.of(
                "Labels by their value",
                Words.of(
                        "About a quarter of the labels in each row. The error is the root mean square of estimate minus label by"
                                + " cross-validation, the bias its mean: large ones of opposite sign at both ends mean that estimates stay"
                                + " near the mean."),
                RowTable.of(
                        "Labels by their value",
                        "/result/ranges",
                        Field.number("/from", "from"),
                        Field.number("/to", "to"),
                        Field.count("/labels", "labels given"),
                        Field.count("/predicted", "predicted"),
                        Field.number("/error", "error"),
                        Field.number("/bias", "bias")));
    }

    /** Probabilities, or estimates. */
    Section certainty() {
        String axis = isClasses() ? "probability of the label" : "estimate";
        Section section = Section.of(
                isClasses() ? "Probabilities" : "Estimates",
                HistogramChart.of(
                        isClasses() ? "Distribution of probabilities" : "Distribution of estimates",
                        axis,
                        "/result/spread/bins"));
        return labelled.check()
                .calibration()
                .map(found -> section.and(Words.finding("/result/calibration/sentence"))
                        .andIf(found.before().isPresent(), agreement(), reliability()))
                .orElse(section);
    }

    private static Facts agreement() {
        return Facts.of(
                new Fact("temperature", "/result/calibration/temperature", Format.SHORT),
                new Fact("log loss, uncalibrated", "/result/calibration/before/log_loss", Format.SHORT),
                new Fact("log loss, calibrated", "/result/calibration/after/log_loss", Format.SHORT),
                Fact.percent("calibration error, uncalibrated", "/result/calibration/before/error"),
                Fact.percent("calibration error, calibrated", "/result/calibration/after/error"));
    }

    private static LineChart reliability() {
        Field probability = Field.percent("/probability", "probability");
        return LineChart.of(
                        "Reliability: how often labels of a given probability are right",
                        Axis.part("probability of the label"),
                        Axis.part("labels that are right"),
                        line("uncalibrated", "before", probability),
                        line("calibrated", "after", probability).within(Field.percent("/half_width", "half width")),
                        Series.of(
                                        "perfect",
                                        "/diagonal",
                                        Field.percent("", "probability"),
                                        Field.percent("", "labels that are right"))
                                .asReference())
                .sampled(Sampling.said(
                        "labels hidden in folds; the temperature for a fold is fitted on the other folds; the band"
                                + " is the interval of 95 % by the number of rows"));
    }

    private static Series line(String name, String part, Field probability) {
        return Series.of(
                name,
                "/result/calibration/" + part + "/reliability",
                probability,
                Field.percent("/accuracy", "labels that are right"));
    }

    /** Rows to look at. */
    Section rows() {
        String title = isClasses() ? "The least certain rows" : "Labels farthest from their estimates";
        boolean any = !labelled.check().rows().isEmpty();
        return Section.of(title)
                .andIf(
                        any,
                        RowTable.of(
                                isClasses() ? "Least probable labels first" : "Largest differences first",
                                ROWS,
                                fields().toArray(Field[]::new)))
                .andIf(
                        any && cells.examples().image() != null,
                        Examples.block(title + ", as images", Link.NONE, cells.examples(), Sampling.NONE));
    }

    private List<Field> fields() {
        List<Field> fields = new ArrayList<>(List.of(Field.count("/row", "row")));
        if (isClasses()) {
            fields.add(Field.text("/estimate", "label"));
            fields.add(Field.percent("/probability", "probability"));
            fields.add(Field.text("/second", "next"));
            fields.add(Field.percent("/second_probability", "its probability"));
        } else {
            fields.add(Field.number("/label", "label"));
            fields.add(Field.number("/estimate", "estimate by cross-validation"));
        }
        for (int j = 0; j < cells.kept().size(); j++) {
            fields.add(Field.text("/kept/" + j, cells.kept().get(j)));
        }
        for (int j = 0; j < cells.examples().columns().size(); j++) {
            fields.add(Field.number("/cells/" + j, cells.examples().columns().get(j)));
        }
        return fields;
    }
}
