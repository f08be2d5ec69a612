package io.eckart.cli.text;

import io.eckart.task.label.FineTuneCheck;
import io.eckart.task.label.FineTuned;
import java.nio.file.Path;
import java.util.Locale;
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
        if (tuned.check().isEmpty()) {
            summary.add("check", "none: not asked for, or too few labels to keep some apart");
        }
        String table = tuned.check().map(check -> table(check, classes)).orElse("");
        return table + FitText.end(summary, tuned.model(), output);
    }

    private static String table(FineTuneCheck check, boolean classes) {
        String row = "%-50s %12s";
        Lines text = new Lines().add(row, "way to predict", classes ? "error" : "RMSE");
        for (FineTuneCheck.Way way : check.errors()) {
            String error =
                    classes ? String.format(Locale.ROOT, "%.2f %%", 100 * way.error()) : Summary.number(way.error());
            text.add(row, way.name(), error);
        }
        return text.add("on %d labelled rows kept apart, after training on %d", check.judged(), check.trained())
                .add()
                .toString();
    }

    private static String kept(FineTuned tuned) {
        int heldOut = tuned.run().heldOut();
        return heldOut == 0 ? "the last epoch" : "the best epoch by " + heldOut + " labelled rows held out";
    }
}
