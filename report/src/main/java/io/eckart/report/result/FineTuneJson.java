package io.eckart.report.result;

import io.eckart.model.Classifier;
import io.eckart.model.fitted.Provenance;
import io.eckart.report.Json;
import io.eckart.task.label.FineTuneCheck;
import io.eckart.task.label.FineTuned;
import io.eckart.training.FineTuneFit;
import tools.jackson.databind.node.ObjectNode;

/** A network with a head, its run and its check. */
public final class FineTuneJson {
    private FineTuneJson() {}

    public static ObjectNode of(FineTuned tuned) {
        FineTuneFit run = tuned.run();
        Provenance provenance = tuned.model().provenance();
        ObjectNode json = Json.object();
        json.put("model", tuned.model().model().kind());
        json.put("data", provenance.data());
        json.put("rows", provenance.rows());
        json.put("labelled_rows", run.labelled());
        json.put("labels_are", tuned.isClassifier() ? "classes" : "values");
        json.put("labels_reason", tuned.reading());
        if (tuned.model().model() instanceof Classifier classifier) {
            json.set("classes", Json.value(classifier.classes()));
        }
        json.set("notes", Json.value(tuned.notes()));
        json.put("held_out_rows", run.heldOut());
        json.put("frozen_epochs", run.frozen().size());
        json.put("epochs", run.whole().size());
        Json.number(json, "loss", run.lastLoss());
        json.put("stop", Json.word(run.stop()));
        json.set("check", tuned.check().map(check -> of(check, tuned)).orElse(null));
        json.set("frozen_history", Json.value(run.frozen()));
        json.set("history", Json.value(run.whole()));
        json.put("seed", provenance.seed());
        json.put("threads", provenance.threads());
        json.put("seconds", provenance.seconds());
        return json;
    }

    private static ObjectNode of(FineTuneCheck check, FineTuned tuned) {
        return Json.object()
                .put("trained_rows", check.trained())
                .put("judged_rows", check.judged())
                .put("measure", tuned.isClassifier() ? "part labelled wrongly" : "root mean square error")
                .set("errors", Json.value(check.errors()));
    }
}
