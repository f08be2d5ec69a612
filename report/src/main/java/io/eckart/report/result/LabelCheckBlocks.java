package io.eckart.report.result;

import io.eckart.report.Axis;
import io.eckart.report.BarChart;
import io.eckart.report.Facts;
import io.eckart.report.Facts.Fact;
import io.eckart.report.Field;
import io.eckart.report.Format;
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

/** What there is to look at before labels are used. */
record LabelCheckBlocks(Labelled labelled, CheckedRows cells) {
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
                Words.of("About a quarter of the labels in each row. The error is the root mean square of estimate minus label by"
                        + " cross-validation, the bias its mean: large ones of opposite sign at both ends mean that estimates stay"
                        + " near the mean."),
                RowTable.of(
                        "Labels by their value",
                        "/result/ranges",
                        Field.number("/from", "from"),
                        Field.number("/to", "to"),
                        Field.count("/labels", "labels given"),
                        Field.count("/predicted", "predicted"),
                        Field.number("/error", "error by cross-validation"),
                        Field.number("/bias", "bias")));
    }

    /** Probabilities, or estimates. */
    Section certainty() {
        String axis = isClasses() ? "probability of the label" : "estimate";
        Section section = Section.of(
                isClasses() ? "Probabilities" : "Estimates",
                BarChart.of(
                        isClasses() ? "Distribution of the probabilities" : "Distribution of the estimates",
                        Axis.category(axis + " (middle of the bin)"),
                        Axis.fromZero("rows").as(Format.COUNT),
                        Series.of("/result/spread/bins", Field.number("/at", axis), Field.count("/count", "rows"))));
        return labelled.check()
                .calibration()
                .map(found -> section.and(Words.finding("/result/calibration/sentence"))
                        .andIf(found.before().isPresent(), agreement(), reliability()))
                .orElse(section);
    }

    private static Facts agreement() {
        return Facts.of(
                Fact.number("temperature", "/result/calibration/temperature"),
                Fact.number("log loss before", "/result/calibration/before/log_loss"),
                Fact.number("log loss after", "/result/calibration/after/log_loss"),
                Fact.percent("expected calibration error before", "/result/calibration/before/error"),
                Fact.percent("expected calibration error after", "/result/calibration/after/error"));
    }

    private static LineChart reliability() {
        Field probability = Field.percent("/probability", "probability");
        return LineChart.of(
                        "Reliability: how often labels of a given probability are right, with 95 % intervals",
                        Axis.linear("probability of the label").as(Format.PERCENT),
                        Axis.linear("labels that are right").as(Format.PERCENT),
                        line("before", probability),
                        line("after", probability),
                        Series.of(
                                        "perfect",
                                        "/result/calibration/before/reliability",
                                        probability,
                                        Field.percent("/probability", "labels that are right"))
                                .asReference())
                .sampled(
                        Sampling.said("labels hidden in folds; the temperature for a fold is fitted on the other folds"));
    }

    private static Series line(String name, Field probability) {
        return Series.of(
                        name,
                        "/result/calibration/" + name + "/reliability",
                        probability,
                        Field.percent("/accuracy", "labels that are right"))
                .within(Field.percent("/half_width", "half width"));
    }

    /** Rows to look at. */
    Section rows() {
        String title = isClasses() ? "The least certain rows" : "Labels farthest from their estimates";
        boolean any = !labelled.check().rows().isEmpty();
        return Section.of(title)
                .andIf(
                        any,
                        RowTable.of(title, ROWS, fields().toArray(Field[]::new))
                                .sampled(Sampling.said(
                                        isClasses() ? "least probable labels first" : "by cross-validation")))
                .andIf(
                        any && cells.examples().image() != null,
                        Examples.block(title + ", as images", Link.NONE, cells.examples(), Sampling.NONE));
    }

    private List<Field> fields() {
        List<Field> fields = new ArrayList<>(List.of(Field.count("/row", "row")));
        for (int j = 0; j < cells.kept().size(); j++) {
            fields.add(Field.text("/kept/" + j, cells.kept().get(j)));
        }
        if (isClasses()) {
            fields.add(Field.text("/estimate", "label"));
            fields.add(Field.percent("/probability", "probability"));
            fields.add(Field.text("/second", "next"));
            fields.add(Field.percent("/second_probability", "its probability"));
        } else {
            fields.add(Field.text("/label", "label"));
            fields.add(Field.text("/estimate", "estimate"));
        }
        for (int j = 0; j < cells.examples().columns().size(); j++) {
            fields.add(
                    Field.number("/cells/" + j, cells.examples().columns().get(j)));
        }
        return fields;
    }
}
