package io.eckart.cli.text;

import io.eckart.task.label.Calibration;
import io.eckart.task.label.LabelCheck.ClassResult;
import io.eckart.task.label.LabelCheck.ValueRange;
import io.eckart.task.label.LabelComparison;
import io.eckart.task.label.LabelCurve;
import io.eckart.task.label.LabelMethod;
import io.eckart.task.label.LabelTask;
import io.eckart.task.label.Labelled;
import io.eckart.training.label.KnownLabels;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Rows that were labelled, or the error by number of labels. */
public final class LabelText {
    private static final int MOST_CLASSES = 30;
    private static final int NAME = 20;

    private LabelText() {}

    public static String of(Labelled labelled, Optional<Path> written, @Nullable Path saved) {
        Lines text = new Lines();
        addMethods(text, labelled);
        addClasses(text, labelled);
        addRanges(text, labelled);
        Summary summary = new Summary()
                .add("task", Summary.word(labelled.task()) + ": " + labelled.taskReason())
                .add("scaling", Summary.word(labelled.scaling()))
                .add("method", labelled.method().word() + ": " + labelled.methodReason())
                .add("labels given", KnownLabels.rows(labelled.known()).length)
                .add("rows labelled", labelled.rows().length - labelled.unknown())
                .add("rows unknown", labelled.unknown());
        labelled.error()
                .ifPresent(error -> summary.add(
                        "hidden labels, error", error(labelled.task(), error).strip()));
        labelled.check().calibration().ifPresent(found -> addCalibration(summary, found));
        summary.add("written", written.orElse(null)).add("model written", saved);
        return text + summary.text();
    }

    private static void addMethods(Lines text, Labelled labelled) {
        List<LabelComparison.Entry> entries = labelled.comparison().entries();
        if (entries.isEmpty()) {
            return;
        }
        LabelTask task = labelled.task();
        String row = "%-20s %10s %10s   %s%s";
        text.add(row, "method", heading(task), "std. error", "gain over constant", "");
        for (LabelComparison.Entry entry : entries) {
            if (!entry.isCompared()) {
                text.add("%-20s left out: %s", entry.method().word(), entry.reason());
                continue;
            }
            boolean constant = entry.method() == LabelMethod.CONSTANT;
            String gain = within(task, entry.gain().mean(), entry.gain().halfWidth());
            text.add(
                    row,
                    entry.method().word(),
                    error(task, entry.error()),
                    error(task, entry.standardError()),
                    constant ? "" : gain,
                    entry.method() == labelled.method() ? "  <- taken" : "");
        }
        text.add("constant: the control, always " + constant(task) + "; +-: interval of 95 %%")
                .add();
    }

    private static String heading(LabelTask task) {
        return task == LabelTask.CLASSIFICATION ? "error" : "RMSE";
    }

    private static String constant(LabelTask task) {
        return task == LabelTask.CLASSIFICATION ? "the commonest class" : "the mean of the labels";
    }

    private static void addClasses(Lines text, Labelled labelled) {
        List<ClassResult> classes = labelled.check().classes();
        if (classes.isEmpty()) {
            return;
        }
        String row = "%-20s %12s %12s %12s";
        text.add(row, "class", "labels given", "predicted", "recall");
        for (ClassResult found : classes.subList(0, Math.min(MOST_CLASSES, classes.size()))) {
            String recall = Double.isNaN(found.recall()) ? "" : percent(found.recall());
            text.add(row, shortened(found.name()), found.labels(), found.predicted(), recall);
        }
        if (classes.size() > MOST_CLASSES) {
            text.add("… %d classes in all", classes.size());
        }
        text.add();
    }

    private static String shortened(String name) {
        return name.length() <= NAME ? name : name.substring(0, NAME - 1) + "…";
    }

    private static void addRanges(Lines text, Labelled labelled) {
        List<ValueRange> ranges = labelled.check().ranges();
        if (ranges.isEmpty()) {
            return;
        }
        String row = "%12s %12s %13s %12s %12s %12s";
        text.add(row, "labels from", "to", "labels given", "predicted", "RMSE", "bias");
        for (ValueRange range : ranges) {
            text.add(
                    row,
                    Summary.number(range.from()),
                    Summary.number(range.to()),
                    range.labels(),
                    range.predicted(),
                    numberOrEmpty(range.error()),
                    numberOrEmpty(range.bias()));
        }
        text.add();
    }

    private static String numberOrEmpty(double value) {
        return Double.isNaN(value) ? "" : Summary.number(value);
    }

    private static void addCalibration(Summary summary, Calibration found) {
        summary.add(
                "probabilities",
                switch (found.status()) {
                    case CALIBRATED ->
                        String.format(
                                Locale.ROOT,
                                "calibrated: temperature %.3g, fitted to %d hidden labels",
                                found.temperature(),
                                found.rows());
                    case NOT_NEEDED -> "left as they are: calibration does not lower the log loss";
                    case TOO_FEW_LABELS ->
                        "not calibrated: " + found.rows() + " labels could be hidden, " + Calibration.LEAST_ROWS
                                + " are needed";
                    case NOT_CHECKED -> "not calibrated: the method was not cross-validated";
                });
        found.before()
                .ifPresent(before -> found.after()
                        .ifPresent(after -> summary.add(
                                        "log loss",
                                        String.format(
                                                Locale.ROOT,
                                                "%.4f uncalibrated, %.4f calibrated",
                                                before.logLoss(),
                                                after.logLoss()))
                                .add(
                                        "calibration error",
                                        percent(before.error()).strip() + " uncalibrated, "
                                                + percent(after.error()).strip() + " calibrated")));
    }

    private static String percent(double part) {
        return String.format(Locale.ROOT, "%6.2f %%", 100 * part);
    }

    private static String error(LabelTask task, double error) {
        return switch (task) {
            case CLASSIFICATION -> percent(error);
            case REGRESSION -> Summary.number(error);
        };
    }

    public static String of(LabelCurve curve) {
        LabelTask task = curve.task();
        String row = "%-9s %-20s %20s";
        Lines text = new Lines().add(row, "per class", "method", heading(task) + " +- 95 %");
        for (LabelCurve.Point point : curve.points()) {
            text.add(row, point.level(), point.method().word(), within(task, point.mean(), point.halfWidth()));
        }
        if (!curve.gains().isEmpty()) {
            addGains(text, curve);
        }
        curve.leftOut().forEach(reason -> text.add("left out: %s", reason));
        return text.add().add("%s", curve.claim()).toString();
    }

    private static void addGains(Lines text, LabelCurve curve) {
        String row = "%-9s %-20s %20s   %-17s  %s";
        text.add().add(row, "per class", "method", "gain +- 95 %", "over", "verdict");
        for (LabelCurve.Gain gain : curve.gains()) {
            text.add(
                    row,
                    gain.level(),
                    gain.method().word(),
                    within(curve.task(), gain.mean(), gain.halfWidth()),
                    gain.reference().word(),
                    Summary.word(gain.verdict()));
        }
    }

    private static String within(LabelTask task, double mean, double halfWidth) {
        return switch (task) {
            case CLASSIFICATION -> String.format(Locale.ROOT, "%6.2f %% +- %5.2f %%", 100 * mean, 100 * halfWidth);
            case REGRESSION -> Summary.number(mean) + " +- " + Summary.number(halfWidth);
        };
    }
}
