package io.eckart.cli;

import io.eckart.model.Classifier;
import io.eckart.report.Json;
import io.eckart.task.label.FineTuneCheck;
import io.eckart.task.label.FineTuned;
import io.eckart.training.EpochRecord;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What {@code fine-tune} answers: as JSON and as a short table. */
final class FineTuneReport {
    private FineTuneReport() {}

    static ObjectNode json(FineTuned tuned) {
        ObjectNode json = Json.object();
        json.put("model", tuned.model().model().kind());
        json.put("data", tuned.model().provenance().data());
        json.put("rows", tuned.model().provenance().rows());
        json.put("labelled_rows", tuned.run().labelled());
        json.put("labels_are", isClassifier(tuned) ? "classes" : "values");
        json.put("labels_reason", tuned.reading());
        if (tuned.model().model() instanceof Classifier classifier) {
            classifier.classes().forEach(json.putArray("classes")::add);
        }
        tuned.notes().forEach(json.putArray("notes")::add);
        json.put("held_out_rows", tuned.run().heldOut());
        json.put("frozen_epochs", tuned.run().frozen().size());
        json.put("epochs", tuned.run().whole().size());
        json.put("loss", last(tuned).error());
        json.put("stop", tuned.run().stop().name().toLowerCase(Locale.ROOT));
        if (tuned.check().isPresent()) {
            FineTuneCheck check = tuned.check().get();
            ObjectNode node = json.putObject("check");
            node.put("trained_rows", check.trained());
            node.put("judged_rows", check.judged());
            node.put("measure", isClassifier(tuned) ? "part labelled wrongly" : "root mean square error");
            ArrayNode ways = node.putArray("errors");
            for (FineTuneCheck.Way way : check.errors()) {
                ways.addObject().put("name", way.name()).put("error", way.error());
            }
        } else {
            json.putNull("check");
        }
        addHistory(json.putArray("frozen_history"), tuned.run().frozen());
        addHistory(json.putArray("history"), tuned.run().whole());
        json.put("seed", tuned.model().provenance().seed());
        json.put("threads", tuned.model().provenance().threads());
        json.put("seconds", tuned.model().provenance().seconds());
        return json;
    }

    static void addHistory(ArrayNode json, List<EpochRecord> history) {
        for (EpochRecord record : history) {
            json.add(Json.record(record));
        }
    }

    private static boolean isClassifier(FineTuned tuned) {
        return tuned.model().model() instanceof Classifier;
    }

    private static EpochRecord last(FineTuned tuned) {
        List<EpochRecord> phase = tuned.run().whole().isEmpty()
                ? tuned.run().frozen()
                : tuned.run().whole();
        return phase.isEmpty() ? new EpochRecord(0, Double.NaN, Double.NaN, 0) : phase.getLast();
    }

    static String summary(FineTuned tuned, @Nullable Path output) {
        boolean classes = isClassifier(tuned);
        Summary summary = new Summary()
                .add("model", tuned.model().model().kind())
                .add("data", tuned.model().provenance().data())
                .add("rows", tuned.model().provenance().rows())
                .add("labelled rows", tuned.run().labelled())
                .add("labels are", (classes ? "classes" : "values") + " (" + tuned.reading() + ")");
        tuned.notes().forEach(note -> summary.add("note", note));
        summary.add("epochs, head alone", tuned.run().frozen().size())
                .add("epochs, all parameters", tuned.run().whole().size())
                .add("kept", kept(tuned))
                .add(
                        classes ? "cross-entropy of the last epoch" : "squared error of the last epoch",
                        last(tuned).error());
        if (tuned.check().isPresent()) {
            FineTuneCheck check = tuned.check().get();
            summary.add(
                    classes ? "labelled wrongly" : "root mean square error",
                    "on " + check.judged() + " labelled rows kept apart, after training on " + check.trained());
            for (FineTuneCheck.Way way : check.errors()) {
                if (classes) {
                    summary.addPercent("  " + way.name(), way.error());
                } else {
                    summary.add("  " + way.name(), way.error());
                }
            }
        } else {
            summary.add("check", "none: it was not asked for, or there are too few labels to keep some apart");
        }
        summary.add(
                "time",
                String.format(Locale.ROOT, "%.2f s", tuned.model().provenance().seconds()));
        if (output != null) {
            summary.add("written", output.toString());
        }
        return summary.text();
    }

    private static String kept(FineTuned tuned) {
        int heldOut = tuned.run().heldOut();
        return heldOut == 0
                ? "the last epoch"
                : "the best epoch by " + heldOut + " labelled rows held out of the training";
    }
}
