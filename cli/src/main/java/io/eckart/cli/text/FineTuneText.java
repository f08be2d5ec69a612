package io.eckart.cli.text;

import io.eckart.task.label.FineTuneCheck;
import io.eckart.task.label.FineTuned;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A network with a head and its check, as a short table. */
public final class FineTuneText {
    private FineTuneText() {}

    public static String of(FineTuned tuned, @Nullable Path output) {
        boolean classes = tuned.isClassifier();
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
                        tuned.run().lastLoss());
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
        return FitText.end(summary, tuned.model(), output);
    }

    private static String kept(FineTuned tuned) {
        int heldOut = tuned.run().heldOut();
        return heldOut == 0
                ? "the last epoch"
                : "the best epoch by " + heldOut + " labelled rows held out of the training";
    }
}
