package io.eckart.cli.text;

import io.eckart.task.label.LabelComparison;
import io.eckart.task.label.LabelCurve;
import io.eckart.task.label.LabelTask;
import io.eckart.task.label.Labelled;
import io.eckart.training.label.KnownLabels;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Rows that were labelled, or the error by number of labels. */
public final class LabelText {
    private LabelText() {}

    public static String of(Labelled labelled, Optional<Path> written) {
        Lines text = new Lines();
        Optional<LabelComparison.Entry> best = labelled.comparison().best();
        for (LabelComparison.Entry entry : labelled.comparison().entries()) {
            boolean taken = best.isPresent() && best.get().method() == entry.method();
            text.add(
                    "%-20s %s%s",
                    entry.method().word(),
                    entry.isCompared()
                            ? error(labelled.task(), entry.error()) + " +- "
                                    + error(labelled.task(), entry.standardError())
                            : "left out: " + entry.reason(),
                    taken ? "  <- taken" : "");
        }
        Summary summary = new Summary()
                .add("task", Summary.word(labelled.task()) + ": " + labelled.taskReason())
                .add("scaling", Summary.word(labelled.scaling()))
                .add("method", labelled.method().word() + ": " + labelled.methodReason())
                .add("labels given", KnownLabels.rows(labelled.known()).length)
                .add("rows labelled", labelled.rows().length - labelled.unknown())
                .add("rows unknown", labelled.unknown());
        labelled.error().ifPresent(error -> summary.add("error on the hidden labels", error(labelled.task(), error)));
        return text + summary.add("written", written.orElse(null)).text();
    }

    private static String error(LabelTask task, double error) {
        return switch (task) {
            case CLASSIFICATION -> String.format(Locale.ROOT, "%6.2f %%", 100 * error);
            case REGRESSION -> "RMSE " + Summary.number(error);
        };
    }

    public static String of(LabelCurve curve) {
        String row = "%-9s %-20s %-22s %s";
        Lines text = new Lines().add(row, "per class", "method", "error", "gain over labelled rows alone");
        for (LabelCurve.Point point : curve.points()) {
            text.add(
                    row,
                    point.level(),
                    point.method().word(),
                    error(curve.task(), point.mean()) + " +- " + error(curve.task(), point.halfWidth()),
                    gain(curve, point));
        }
        curve.leftOut().forEach(reason -> text.add("left out: %s", reason));
        return text.add("%s", curve.claim()).toString();
    }

    private static String gain(LabelCurve curve, LabelCurve.Point point) {
        return curve.gains().stream()
                .filter(gain -> gain.level() == point.level() && gain.method() == point.method())
                .findFirst()
                .map(gain -> error(curve.task(), gain.mean()) + " +- " + error(curve.task(), gain.halfWidth())
                        + " over " + gain.reference().word() + ": " + Summary.word(gain.verdict()))
                .orElse("");
    }
}
