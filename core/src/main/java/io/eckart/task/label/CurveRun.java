package io.eckart.task.label;

import io.eckart.data.DataException;
import io.eckart.data.Place;
import io.eckart.data.Targets;
import io.eckart.numerics.RandomStreams;
import io.eckart.task.FitOptions;
import io.eckart.task.label.LabelCurve.Gain;
import io.eckart.task.label.LabelCurve.Point;
import io.eckart.training.JobStep;
import io.eckart.training.JobSteps;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.commons.statistics.distribution.TDistribution;

/** Measures the methods of a label-efficiency table: draws labelled rows repeatedly and tests on the others. */
final class CurveRun {
    private static final int MOST_TEST_ROWS = 10_000;
    private static final double LEVEL = 0.95;

    /** What a method is compared with to see what its training is worth. */
    private static final Map<LabelMethod, LabelMethod> CONTROLS = Map.of(
            LabelMethod.AUTOENCODER_SOFTMAX, LabelMethod.UNTRAINED_SOFTMAX, LabelMethod.FINETUNE, LabelMethod.SCRATCH);

    private final String name;
    private final RowViews views;
    private final Targets known;
    private final CurveOptions options;
    private final List<LabelMethod> methods = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();

    CurveRun(String name, RowViews views, Targets known, CurveOptions options, double budget) {
        this.name = name;
        this.views = views;
        this.known = known;
        this.options = options;
        chooseMethods(budget);
    }

    private void chooseMethods(double budget) {
        int runs = options.levels().size() * options.seeds();
        for (LabelMethod method : LabelMethod.values()) {
            double cost = LabelCost.seconds(method, views, known, runs);
            boolean asked = options.methods().contains(method);
            if (asked || (options.methods().isEmpty() && cost <= budget)) {
                methods.add(method);
            } else if (options.methods().isEmpty()) {
                leftOut.add(String.format(
                        Locale.ROOT, "%s would take about %.0f s, the budget is %.0f s", method.word(), cost, budget));
            }
        }
    }

    LabelCurve run() {
        List<Integer> levels = levels();
        List<JobStep> plan = LabelSteps.ofCurve(levels, options.seeds(), methods, views, known);
        FitOptions fit = views.options();
        try (JobSteps steps = JobSteps.begin("label", plan, fit.listener(), fit.stop())) {
            views.follow(steps);
            return steps.complete(run(levels));
        }
    }

    private LabelCurve run(List<Integer> levels) {
        List<Point> points = new ArrayList<>();
        List<Map<LabelMethod, double[]>> measured = new ArrayList<>();
        for (int level : levels) {
            Map<LabelMethod, double[]> errors = measure(level);
            measured.add(errors);
            int labels = LabelSample.of(known, new RandomStreams(0)).first(level).length;
            errors.forEach((method, of) ->
                    points.add(new Point(level, labels, method, mean(of), halfWidth(of, (1 + LEVEL) / 2))));
        }
        return new LabelCurve(
                LabelTask.of(known), options.seeds(), MOST_TEST_ROWS, points, gains(levels, measured), leftOut);
    }

    private List<Integer> levels() {
        int most = LabelSample.of(known, new RandomStreams(0)).smallest() - 1;
        List<Integer> levels = options.levels().stream()
                .filter(level -> level <= most)
                .sorted()
                .toList();
        options.levels().stream()
                .filter(level -> level > most)
                .forEach(level -> leftOut.add(level + " labels of each class: the smallest class has " + (most + 1)));
        if (levels.isEmpty()) {
            throw new DataException(
                    Place.of(name),
                    "the smallest class has " + (most + 1) + " labelled rows, too few for " + options.levels()
                            + " labels of each class and one to test on");
        }
        return levels;
    }

    private Map<LabelMethod, double[]> measure(int level) {
        Map<LabelMethod, double[]> errors = new EnumMap<>(LabelMethod.class);
        methods.forEach(method -> errors.put(method, new double[options.seeds()]));
        for (int seed = 0; seed < options.seeds(); seed++) {
            RandomStreams random = new RandomStreams(views.options().seed()).child("curve", seed);
            LabelSample sample = LabelSample.of(known, random);
            int[] kept = sample.first(level);
            int[] tested = sample.rest(level, MOST_TEST_ROWS);
            Targets some = LabelFolds.keep(known, kept);
            Labeller labeller = new Labeller(views, views.clusterCount(some));
            for (LabelMethod method : methods) {
                of(errors, method)[seed] =
                        labeller.label(method, some, tested).estimates().error(known, tested);
            }
        }
        return errors;
    }

    private List<Gain> gains(List<Integer> levels, List<Map<LabelMethod, double[]>> measured) {
        List<LabelMethod> users =
                methods.stream().filter(LabelMethod::usesUnlabelled).toList();
        double probability = 1 - (1 - LEVEL) / (2.0 * Math.max(1, users.size() * levels.size()));
        List<Gain> gains = new ArrayList<>();
        for (int i = 0; i < levels.size(); i++) {
            Map<LabelMethod, double[]> errors = measured.get(i);
            for (LabelMethod method : users) {
                int level = levels.get(i);
                references(method, errors)
                        .map(reference -> gain(level, method, reference, errors, probability))
                        .min(Comparator.comparingDouble(gain -> gain.mean() - gain.halfWidth()))
                        .ifPresent(gains::add);
            }
        }
        return gains;
    }

    /** The better of the two methods on the plain features, and the method's own control. */
    private static Stream<LabelMethod> references(LabelMethod method, Map<LabelMethod, double[]> errors) {
        Stream<LabelMethod> plain = Stream.of(LabelMethod.SOFTMAX, LabelMethod.NEAREST)
                .filter(errors::containsKey)
                .min(Comparator.comparingDouble(reference -> mean(of(errors, reference))))
                .stream();
        return Stream.concat(plain, Stream.ofNullable(CONTROLS.get(method)).filter(errors::containsKey));
    }

    private static Gain gain(
            int level,
            LabelMethod method,
            LabelMethod reference,
            Map<LabelMethod, double[]> errors,
            double probability) {
        double[] with = of(errors, method);
        double[] without = of(errors, reference);
        double[] differences = new double[with.length];
        Arrays.setAll(differences, seed -> without[seed] - with[seed]);
        return new Gain(level, method, reference, mean(differences), halfWidth(differences, probability));
    }

    private static double[] of(Map<LabelMethod, double[]> errors, LabelMethod method) {
        return Objects.requireNonNull(errors.get(method), method::word);
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    private static double halfWidth(double[] values, double probability) {
        return TDistribution.of(values.length - 1).inverseCumulativeProbability(probability)
                * LabelFolds.standardError(values);
    }
}
