package io.eckart.report.result;

import io.eckart.report.Axis;
import io.eckart.report.BarChart;
import io.eckart.report.Facts;
import io.eckart.report.Facts.Fact;
import io.eckart.report.Field;
import io.eckart.report.Format;
import io.eckart.report.LineChart;
import io.eckart.report.Origin;
import io.eckart.report.ReportPage;
import io.eckart.report.RowTable;
import io.eckart.report.Sampling;
import io.eckart.report.Section;
import io.eckart.report.Series;
import io.eckart.report.Words;
import io.eckart.task.label.LabelCurve;
import io.eckart.task.label.LabelTask;
import io.eckart.task.label.Labelled;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What {@code label} answers: the methods compared, or the error by number of labels. */
public final class LabelPage {
    private final Format format;
    private final String measure;
    private final Field error;
    private final Field method = Field.text("/method", "method");
    private final Field perClass = Field.count("/per_class", "labels of each class");

    private LabelPage(LabelTask task) {
        boolean classes = task == LabelTask.CLASSIFICATION;
        this.format = classes ? Format.PERCENT : Format.NUMBER;
        this.measure = classes ? "part labelled wrongly" : "root mean square error (units of the label)";
        this.error = field("/error", measure);
    }

    private Field field(String at, String title) {
        return new Field(at, title, format);
    }

    /**
     * Rows that were labelled.
     *
     * @param data the name of the table
     * @param rows the cells of those to look at
     * @param file that was written, if one was
     */
    public static ReportPage of(Labelled labelled, String data, CheckedRows rows, Optional<Path> file, Origin origin) {
        LabelPage page = new LabelPage(labelled.task());
        LabelCheckBlocks blocks = new LabelCheckBlocks(labelled, rows);
        List<Section> sections = List.of(
                page.labels(labelled), page.methods(labelled), blocks.groups(), blocks.certainty(), blocks.rows());
        ObjectNode json = LabelJson.of(labelled, rows, file);
        boolean images = rows.examples().image() != null;
        Map<String, JsonNode> more = new TreeMap<>(LabelCheckBlocks.DATA);
        more.putAll(Examples.data(Optional.of(rows.examples()).filter(_ -> images)));
        return ReportPage.of("Labels for unlabelled rows", data, sections, json, more, origin);
    }

    /**
     * The error by number of labels.
     *
     * @param data the name of the table
     */
    public static ReportPage of(LabelCurve curve, String data, Origin origin) {
        LabelPage page = new LabelPage(curve.task());
        return ReportPage.of(
                "Learning curve", data, List.of(page.curve(), page.gains()), LabelJson.of(curve), Map.of(), origin);
    }

    private Section labels(Labelled labelled) {
        Facts facts = Facts.of(
                        Fact.text("task", "/result/task"),
                        Fact.text("method", "/result/method"),
                        Fact.count("labels given", "/result/labels"),
                        Fact.count("rows labelled", "/result/rows_labelled"),
                        Fact.count("rows unknown", "/result/rows_unknown"),
                        Fact.text("scaling", "/result/scale"))
                .andIf(labelled.error().isPresent(), new Fact("error on the hidden labels", "/result/error", format))
                .and(
                        Fact.text("this task, because", "/result/task_reason"),
                        Fact.text("this method, because", "/result/method_reason"));
        return Section.of("Labels", facts, Words.warning("/result/notes"));
    }

    private Section methods(Labelled labelled) {
        String control = labelled.task() == LabelTask.CLASSIFICATION ? "the commonest class" : "the mean of the labels";
        Sampling hidden = Sampling.said(
                "labels hidden in folds and estimated from the others; constant, the control, always gives " + control);
        return Section.of("Methods compared")
                .andIf(
                        !labelled.comparison().entries().isEmpty(),
                        BarChart.of(
                                        "Error of each method on hidden labels, with its standard error",
                                        Axis.category("method"),
                                        Axis.fromZero(measure).as(format),
                                        Series.of("/result/comparison", method, error)
                                                .within(field("/standard_error", "standard error")))
                                .lyingDown()
                                .sampled(hidden),
                        RowTable.of(
                                        "Methods, the control first, the simpler before the others",
                                        "/result/comparison",
                                        method,
                                        field("/error", "error"),
                                        field("/standard_error", "± standard error"),
                                        field("/gain", "gain over constant"),
                                        field("/gain_half_width", "± (95 %)"),
                                        Field.text("/remark", "remark"))
                                .sampled(hidden));
    }

    private Section curve() {
        return Section.of(
                "Error by number of labels",
                Words.finding("/result/claim"),
                Facts.of(
                        Fact.text("task", "/result/task"),
                        Fact.count("draws of the labelled rows", "/result/seeds"),
                        Fact.count("other labelled rows tested on, at most", "/result/most_test_rows")),
                LineChart.of(
                                "Error against the number of labels, with 95 % intervals",
                                Axis.log("labels in all").as(Format.COUNT),
                                Axis.fromZero(measure).as(format),
                                Series.of("/result/points", Field.count("/labels", "labels"), error)
                                        .by(method)
                                        .within(field("/half_width", "half width")))
                        .sampled(Sampling.said("means over the draws of the labelled rows")),
                RowTable.of(
                        "Error by method and number of labels",
                        "/result/points",
                        perClass,
                        Field.count("/labels", "labels in all"),
                        method,
                        error,
                        field("/half_width", "± (95 %)")),
                Words.warning("/result/left_out"));
    }

    private Section gains() {
        Field gain = field("/gain", "gain");
        return Section.of(
                "Gain from unlabelled rows",
                LineChart.of(
                        "Gain over methods that use labelled rows only, with intervals that hold together with 95 %",
                        Axis.log("labels of each class").as(Format.COUNT),
                        Axis.linear("error of the reference − error of the method")
                                .as(format),
                        Series.of("/result/gains", perClass, gain)
                                .by(method)
                                .within(field("/half_width", "half width"))),
                RowTable.of(
                        "Gains",
                        "/result/gains",
                        perClass,
                        method,
                        Field.text("/reference", "against"),
                        gain,
                        field("/half_width", "±"),
                        Field.text("/verdict", "verdict")));
    }
}
