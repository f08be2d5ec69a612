package io.eckart.report.result;

import io.eckart.report.Json;
import io.eckart.task.label.LabelCheck;
import io.eckart.task.label.LabelCheck.CheckedRow;
import io.eckart.task.label.LabelComparison;
import io.eckart.task.label.LabelCurve;
import io.eckart.task.label.LabelMethod;
import io.eckart.task.label.LabelTask;
import io.eckart.task.label.Labelled;
import io.eckart.training.label.KnownLabels;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Rows that were labelled, or the error by number of labels. */
public final class LabelJson {
    private LabelJson() {}

    /**
     * Rows that were labelled.
     *
     * @param rows the cells of those to look at
     * @param file that was written, if one was
     */
    public static ObjectNode of(Labelled labelled, CheckedRows rows, Optional<Path> file) {
        ObjectNode json = Json.object();
        json.put("task", Json.word(labelled.task()));
        json.put("task_reason", labelled.taskReason());
        json.put("scale", Json.word(labelled.scaling()));
        json.put("method", labelled.method().word());
        json.put("method_reason", labelled.methodReason());
        json.put("labels", KnownLabels.rows(labelled.known()).length);
        json.put("rows_labelled", labelled.rows().length - labelled.unknown());
        json.put("rows_unknown", labelled.unknown());
        labelled.error().ifPresent(error -> json.put("error", error));
        if (!labelled.comparison().entries().isEmpty()) {
            json.put("labels_hidden", labelled.comparison().hidden());
            ArrayNode methods = json.putArray("comparison");
            labelled.comparison().entries().forEach(entry -> methods.add(of(entry, labelled)));
        }
        addCheck(json, labelled, rows);
        json.set("notes", Json.value(labelled.notes()));
        file.ifPresent(path -> json.put("written", path.toString()));
        return json;
    }

    private static void addCheck(ObjectNode json, Labelled labelled, CheckedRows rows) {
        LabelCheck check = labelled.check();
        if (labelled.task() == LabelTask.CLASSIFICATION) {
            json.set("classes", Json.value(check.classes()));
        } else {
            json.set("ranges", Json.value(check.ranges()));
        }
        check.calibration()
                .ifPresent(found -> json.set(
                        "calibration",
                        Json.record(found)
                                .put("status", Json.word(found.status()))
                                .put("sentence", found.sentence())));
        json.set("spread", Json.record(check.spread()));
        json.set("rows_to_check", of(check, rows));
    }

    private static ObjectNode of(LabelComparison.Entry entry, Labelled labelled) {
        ObjectNode json = Json.object().put("method", entry.method().word());
        Json.number(json, "error", entry.error());
        Json.number(json, "standard_error", entry.standardError());
        Json.number(json, "gain", entry.gain().mean());
        Json.number(json, "gain_half_width", entry.gain().halfWidth());
        json.put("remark", remark(entry, labelled));
        return entry.isCompared() ? json : json.put("left_out", entry.reason());
    }

    private static String remark(LabelComparison.Entry entry, Labelled labelled) {
        if (!entry.isCompared()) {
            return "left out: " + entry.reason();
        }
        if (entry.method() == LabelMethod.CONSTANT) {
            return "control";
        }
        return entry.method() == labelled.method() ? "taken" : "";
    }

    private static ObjectNode of(LabelCheck check, CheckedRows cells) {
        ObjectNode json = Json.object();
        json.set("kept", Json.value(cells.kept()));
        json.set("columns", Json.value(cells.examples().columns()));
        ArrayNode rows = json.putArray("rows");
        for (int i = 0; i < check.rows().size(); i++) {
            CheckedRow row = check.rows().get(i);
            ObjectNode node = Json.record(row).put("row", row.row() + 1);
            if (row.second() == null) {
                node.put("label", Double.parseDouble(String.valueOf(row.label())));
                node.put("estimate", Double.parseDouble(row.estimate()));
            }
            node.set("kept", Json.value(cells.texts().get(i)));
            node.set("cells", Json.value(cells.cells(i)));
            rows.add(node);
        }
        return json;
    }

    /** The error by number of labels. */
    public static ObjectNode of(LabelCurve curve) {
        return Json.object()
                .put("task", Json.word(curve.task()))
                .put("seeds", curve.seeds())
                .put("most_test_rows", curve.testRows())
                .set(
                        "points",
                        Json.value(
                                curve.points().stream().map(point -> of(point)).toList()))
                .set(
                        "gains",
                        Json.value(curve.gains().stream().map(gain -> of(gain)).toList()))
                .set("left_out", Json.value(curve.leftOut()))
                .put("claim", curve.claim());
    }

    private static ObjectNode of(LabelCurve.Point point) {
        return Json.object()
                .put("per_class", point.level())
                .put("labels", point.labels())
                .put("method", point.method().word())
                .put("error", point.mean())
                .put("half_width", point.halfWidth());
    }

    private static ObjectNode of(LabelCurve.Gain gain) {
        return Json.object()
                .put("per_class", gain.level())
                .put("method", gain.method().word())
                .put("reference", gain.reference().word())
                .put("gain", gain.mean())
                .put("half_width", gain.halfWidth())
                .put("verdict", Json.word(gain.verdict()));
    }
}
