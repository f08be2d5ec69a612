package io.eckart.cli;

import io.eckart.report.Json;
import io.eckart.task.label.LabelComparison;
import io.eckart.task.label.LabelCurve;
import io.eckart.task.label.LabelTask;
import io.eckart.task.label.Labelled;
import io.eckart.training.label.KnownLabels;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What {@code label} answers, for people and for programs. */
final class LabelReport {
    private LabelReport() {}

    static ObjectNode json(Labelled labelled) {
        ObjectNode json = Json.object();
        json.put("task", word(labelled.task()));
        json.put("task_reason", labelled.taskReason());
        json.put("scale", labelled.scaling().name().toLowerCase(Locale.ROOT));
        json.put("method", labelled.method().word());
        json.put("method_reason", labelled.methodReason());
        json.put("labels", KnownLabels.rows(labelled.known()).length);
        json.put("rows_labelled", labelled.rows().length - labelled.unknown());
        json.put("rows_unknown", labelled.unknown());
        labelled.error().ifPresent(error -> json.put("error", error));
        if (!labelled.comparison().entries().isEmpty()) {
            json.put("labels_hidden", labelled.comparison().hidden());
            ArrayNode table = json.putArray("comparison");
            for (LabelComparison.Entry entry : labelled.comparison().entries()) {
                ObjectNode row = table.addObject();
                row.put("method", entry.method().word());
                Json.number(row, "error", entry.error());
                Json.number(row, "standard_error", entry.standardError());
                if (!entry.isCompared()) {
                    row.put("left_out", entry.reason());
                }
            }
        }
        ArrayNode notes = json.putArray("notes");
        labelled.notes().forEach(notes::add);
        return json;
    }

    static String summary(Labelled labelled, Optional<String> written) {
        StringBuilder text = new StringBuilder();
        Optional<LabelComparison.Entry> best = labelled.comparison().best();
        for (LabelComparison.Entry entry : labelled.comparison().entries()) {
            boolean taken = best.isPresent() && best.get().method() == entry.method();
            text.append(String.format(
                    Locale.ROOT,
                    "%-20s %s%s%n",
                    entry.method().word(),
                    entry.isCompared()
                            ? error(labelled.task(), entry.error()) + " +- "
                                    + error(labelled.task(), entry.standardError())
                            : "left out: " + entry.reason(),
                    taken ? "  <- taken" : ""));
        }
        Summary summary = new Summary()
                .add("task", word(labelled.task()) + ": " + labelled.taskReason())
                .add("scaling", labelled.scaling().name().toLowerCase(Locale.ROOT))
                .add("method", labelled.method().word() + ": " + labelled.methodReason())
                .add("labels given", KnownLabels.rows(labelled.known()).length)
                .add("rows labelled", labelled.rows().length - labelled.unknown())
                .add("rows unknown", labelled.unknown());
        labelled.error().ifPresent(error -> summary.add("error on the hidden labels", error(labelled.task(), error)));
        written.ifPresent(file -> summary.add("written", file));
        return text + summary.text();
    }

    private static String word(LabelTask task) {
        return task.name().toLowerCase(Locale.ROOT);
    }

    private static String error(LabelTask task, double error) {
        return switch (task) {
            case CLASSIFICATION -> String.format(Locale.ROOT, "%6.2f %%", 100 * error);
            case REGRESSION -> "RMSE " + Summary.number(error);
        };
    }

    static ObjectNode json(LabelCurve curve) {
        ObjectNode json = Json.object();
        json.put("task", word(curve.task()));
        json.put("seeds", curve.seeds());
        json.put("most_test_rows", curve.testRows());
        ArrayNode points = json.putArray("points");
        for (LabelCurve.Point point : curve.points()) {
            ObjectNode row = points.addObject();
            row.put("per_class", point.level());
            row.put("labels", point.labels());
            row.put("method", point.method().word());
            row.put("error", point.mean());
            row.put("half_width", point.halfWidth());
        }
        ArrayNode gains = json.putArray("gains");
        for (LabelCurve.Gain gain : curve.gains()) {
            ObjectNode row = gains.addObject();
            row.put("per_class", gain.level());
            row.put("method", gain.method().word());
            row.put("reference", gain.reference().word());
            row.put("gain", gain.mean());
            row.put("half_width", gain.halfWidth());
            row.put("verdict", gain.verdict().name().toLowerCase(Locale.ROOT));
        }
        ArrayNode leftOut = json.putArray("left_out");
        curve.leftOut().forEach(leftOut::add);
        json.put("claim", curve.claim());
        return json;
    }

    static String summary(LabelCurve curve) {
        StringBuilder text = new StringBuilder(String.format(
                "%-9s %-20s %-22s %s%n", "per class", "method", "error", "gain over labelled rows alone"));
        for (LabelCurve.Point point : curve.points()) {
            text.append(String.format(
                            Locale.ROOT,
                            "%-9d %-20s %-22s %s%n",
                            point.level(),
                            point.method().word(),
                            error(curve.task(), point.mean()) + " +- " + error(curve.task(), point.halfWidth()),
                            gain(curve, point))
                    .stripTrailing());
            text.append(System.lineSeparator());
        }
        curve.leftOut()
                .forEach(reason -> text.append("left out: ").append(reason).append(System.lineSeparator()));
        return text.append(curve.claim()).append(System.lineSeparator()).toString();
    }

    private static String gain(LabelCurve curve, LabelCurve.Point point) {
        return curve.gains().stream()
                .filter(gain -> gain.level() == point.level() && gain.method() == point.method())
                .findFirst()
                .map(gain ->
                        error(curve.task(), gain.mean()) + " +- " + error(curve.task(), gain.halfWidth()) + " over "
                                + gain.reference().word() + ": "
                                + switch (gain.verdict()) {
                                    case GAIN -> "gain";
                                    case NONE -> "none";
                                    case LOSS -> "loss";
                                })
                .orElse("");
    }
}
