package io.eckart.task.label;

import io.eckart.data.DataException;
import io.eckart.data.Encoding;
import io.eckart.data.Place;
import io.eckart.data.Remedy;
import io.eckart.data.Table;
import io.eckart.data.Targets;
import io.eckart.model.Model;
import io.eckart.model.fitted.FittedModel;
import io.eckart.model.fitted.Provenance;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.RandomStreams;
import io.eckart.numerics.Workers;
import io.eckart.task.FitOptions;
import io.eckart.task.TableFit;
import io.eckart.training.JobStep;
import io.eckart.training.JobSteps;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Estimates the missing labels of a table from the rows that have one and from the features of all rows (notes 15.1.1 and 15.5).
 *
 * <pre>{@code
 * Labelled labelled = Label.rows(table, LabelOptions.DEFAULT, FitOptions.DEFAULT);
 * }</pre> */
public final class Label {
    private static final List<LabelMethod> CANDIDATES = Arrays.stream(LabelMethod.values())
            .filter(method -> !method.isControl())
            .toList();

    private final Table table;
    private final LabelOptions options;
    private final FitOptions fit;
    private final LabelTargets read;
    private final Encoding encoding;
    private final FloatMatrix features;
    private final long started = System.nanoTime();

    private Label(Table table, LabelOptions options, FitOptions fit) {
        this.table = table;
        this.options = options;
        this.fit = fit;
        this.read = LabelTargets.of(table, options.task());
        this.encoding = LabelEncoding.of(table, options.scaling());
        this.features = encoding.encode(table);
    }

    /**
     * Labels every row without a label.
     *
     * @param table with a label column; empty cells are estimated
     * @throws DataException if no label is missing, none is known or all are the same, or the columns cannot be encoded
     * @throws java.util.concurrent.CancellationException once {@code fit.stop()} is true
     */
    public static Labelled rows(Table table, LabelOptions options, FitOptions fit) {
        Label label = new Label(table, options, fit);
        int[] estimated = IntStream.range(0, table.rows())
                .filter(i -> table.label(i) == null)
                .toArray();
        if (estimated.length == 0) {
            throw new DataException(
                    Place.of(table.name()),
                    "no cell of column '" + table.schema().label().orElseThrow().name()
                            + "' is empty, so there is nothing to label",
                    Remedy.choose(Remedy.Setting.LABELS_PER_CLASS, ""),
                    Remedy.choose(Remedy.Setting.LABEL_CURVE, ""));
        }
        return label.run(label.read.targets(), estimated, Optional.empty());
    }

    /**
     * Measures the error: all labels but some of each class are hidden and estimated.
     *
     * @param perClass the number of labels kept of each class, for values the number of all labels kept; at least 1
     * @throws DataException as {@link #rows}, or if no label would be hidden
     */
    public static Labelled hiding(Table table, int perClass, LabelOptions options, FitOptions fit) {
        if (perClass < 1) {
            throw new IllegalArgumentException("at least 1 label of each class must be kept, got " + perClass);
        }
        Label label = new Label(table, options, fit);
        Targets all = label.read.targets();
        int[] kept = LabelSample.of(all, new RandomStreams(fit.seed())).first(perClass);
        Targets known = LabelFolds.keep(all, kept);
        int[] hidden = IntStream.range(0, all.rows())
                .filter(i -> all.isKnown(i) && !known.isKnown(i))
                .toArray();
        if (hidden.length == 0) {
            throw new DataException(
                    Place.of(table.name()),
                    "with " + perClass + " labels of each class none is left to hide",
                    Remedy.byHand("take a smaller number"));
        }
        return label.run(known, hidden, Optional.of(all));
    }

    /**
     * The label-efficiency table of the rows that have a label.
     *
     * @throws DataException as {@link #rows}, or if there are too few labels
     */
    public static LabelCurve curve(Table table, CurveOptions curve, LabelOptions options, FitOptions fit) {
        Label label = new Label(table, options, fit);
        try (Workers workers = Workers.of(fit.threads())) {
            RowViews views = new RowViews(label.features, options.settings(), fit, workers);
            return new CurveRun(table.name(), views, label.read.targets(), curve, options.budget()).run();
        }
    }

    private Labelled run(Targets known, int[] estimated, Optional<Targets> truth) {
        try (Workers workers = Workers.of(fit.threads())) {
            RowViews views = new RowViews(features, options.settings(), fit, workers);
            Labeller labeller = new Labeller(views, views.clusterCount(known));
            List<JobStep> plan = LabelSteps.of(candidates(), options.method(), views, known, options.budget());
            try (JobSteps steps = JobSteps.begin("label", plan, fit.listener(), fit.stop())) {
                views.follow(steps);
                return steps.complete(labelled(labeller, known, estimated, truth));
            }
        }
    }

    private Labelled labelled(Labeller labeller, Targets known, int[] estimated, Optional<Targets> truth) {
        Comparing comparing = new Comparing(labeller, known, options.budget());
        candidates().forEach(comparing::add);
        LabelComparison comparison = comparing.comparison();
        LabelMethod method = options.method()
                .or(() -> comparison.best().map(LabelComparison.Entry::method))
                .orElse(LabelMethod.SPREAD);
        Optional<Calibration> calibration = comparing.calibration();
        double temperature = calibration.map(Calibration::temperature).orElse(1.0);
        Labeller.Outcome outcome = labeller.withTemperature(temperature).label(method, known, estimated);
        return new Labelled(
                LabelTask.of(known),
                read.reason(),
                encoding.scaling(),
                method,
                reason(comparison),
                comparison,
                known,
                estimated,
                outcome.estimates(),
                truth.isPresent()
                        ? OptionalDouble.of(outcome.estimates().error(truth.get(), estimated))
                        : OptionalDouble.empty(),
                check(known, estimated, outcome.estimates(), comparing.best(), calibration),
                outcome.model().map(model -> fitted(model, method, calibration)),
                notes(outcome, comparison));
    }

    private List<LabelMethod> candidates() {
        return options.method()
                .map(method -> options.checked() ? List.of(method) : List.<LabelMethod>of())
                .orElse(CANDIDATES);
    }

    private static LabelCheck check(
            Targets known,
            int[] rows,
            Estimates estimates,
            Optional<CrossValidation> found,
            Optional<Calibration> calibration) {
        return switch (known) {
            case Targets.Classes classes ->
                new ClassChecks(classes, rows, (Estimates.Classes) estimates).check(found, calibration);
            case Targets.Values values -> new ValueChecks(values, (Estimates.Values) estimates).check(found);
        };
    }

    private List<String> notes(Labeller.Outcome outcome, LabelComparison comparison) {
        List<String> notes = new ArrayList<>();
        if (comparison.isNoneBetter()) {
            boolean classes = read.targets() instanceof Targets.Classes;
            notes.add((options.method().isPresent() ? "this method is not better" : "no method is better")
                    + " than always giving "
                    + (classes ? "the commonest class" : "the mean of the labels")
                    + " by more than the 95 % interval of the difference: the columns may say nothing about the label, or"
                    + " there are too few labels to see it");
        }
        notes.addAll(read.notes());
        if (!outcome.note().isEmpty()) {
            notes.add(outcome.note());
        }
        return notes;
    }

    private String reason(LabelComparison comparison) {
        if (options.method().isPresent()) {
            return "asked for";
        }
        if (comparison.best().isPresent()) {
            return "least error by cross-validation, " + comparison.hidden() + " labels hidden";
        }
        return comparison.hidden() == 0
                ? "no class has two labels, to compare methods on"
                : "no method could be compared within the budget";
    }

    private FittedModel<?> fitted(Model model, LabelMethod method, Optional<Calibration> calibration) {
        Map<String, String> settings = new TreeMap<>();
        settings.put("method", method.word());
        settings.put("scale", encoding.scaling().name());
        settings.put("ridge", String.valueOf(options.settings().ridge()));
        Map<String, String> findings = new TreeMap<>();
        calibration.ifPresent(found -> {
            findings.put("probabilities", found.sentence());
            findings.put("temperature", String.valueOf(found.temperature()));
        });
        Provenance provenance = TableFit.provenance(features, table, encoding, fit, started, settings, findings);
        return new FittedModel<>(encoding, model, provenance);
    }
}
