package io.eckart.task.study;

import io.eckart.task.study.AnalysisOfVariance.Observation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/** What the factors of the design do, each alone and two together. */
final class Effects {
    static final String ALL = "all forms";
    static final String UNROLLED = "P4 at every depth";
    static final String NOISY = "log10 error on noisy input";

    private static final String FORM = "parameterization";
    private static final String DEPTH = "depth";
    private static final String SIZE = "code size";
    private static final String CORRUPTION = "corruption";
    private static final String BUDGET = "budget";
    private static final String TEST_NOISE = "test noise";

    private final List<StudyResult> crossed;

    Effects(List<StudyResult> results) {
        crossed = results.stream()
                .filter(result -> result.run().codeSize().isCrossed())
                .toList();
    }

    private static List<String> factors(String form) {
        return List.of(form, SIZE, CORRUPTION, BUDGET);
    }

    private static List<String> levels(StudyResult result) {
        StudyRun run = result.run();
        return List.of(
                run.parameterization().label(),
                run.codeSize().label(),
                run.corruption().label(),
                result.budget().label());
    }

    /** All shares, response by response. */
    List<VarianceShare> shares() {
        List<VarianceShare> shares = new ArrayList<>();
        for (String scope : List.of(ALL, UNROLLED)) {
            shares.addAll(noisy(scope));
            shares.addAll(shares("log10 error in holes", scope, m -> Math.log10(m.holes())));
            shares.addAll(shares("identity distance", scope, Measures::identityDistance));
            shares.addAll(shares("noise gain", scope, Measures::noiseGain));
        }
        return List.copyOf(shares);
    }

    private List<StudyResult> within(String scope) {
        return crossed.stream()
                .filter(result ->
                        scope.equals(ALL) || result.run().parameterization().isUnrolled())
                .toList();
    }

    private static String form(String scope) {
        return scope.equals(ALL) ? FORM : DEPTH;
    }

    private List<VarianceShare> shares(String response, String scope, ToDoubleFunction<Measures> measure) {
        List<Observation> observations = within(scope).stream()
                .map(result ->
                        new Observation(result.run().seed(), levels(result), measure.applyAsDouble(result.measures())))
                .toList();
        return new AnalysisOfVariance(factors(form(scope))).shares(response, scope, observations);
    }

    /** The noise in the test input is a factor of its own. */
    List<VarianceShare> noisy(String scope) {
        List<Observation> observations = new ArrayList<>();
        for (StudyResult result : within(scope)) {
            for (int i = 0; i < StudyDesign.TEST_NOISE.size(); i++) {
                List<String> levels = new ArrayList<>(levels(result));
                levels.add(String.valueOf(StudyDesign.TEST_NOISE.get(i)));
                double error = result.measures().noisy().get(i);
                observations.add(new Observation(result.run().seed(), List.copyOf(levels), Math.log10(error)));
            }
        }
        List<String> factors = new ArrayList<>(factors(form(scope)));
        factors.add(TEST_NOISE);
        return new AnalysisOfVariance(factors).shares(NOISY, scope, observations);
    }

    /** log10 of the ratio of errors on noisy input, at the level of training, between two levels of a factor of P4. */
    List<Contrast> contrasts() {
        return List.of(
                contrast(
                        "d' < k < d against k = 2 d",
                        run -> run.run().codeSize() == CodeSize.BETWEEN,
                        run -> run.run().codeSize() == CodeSize.DOUBLE),
                contrast(
                        "T = 1 against T = 100",
                        run -> run.run().parameterization() == Parameterization.UNROLLED_1,
                        run -> run.run().parameterization() == Parameterization.UNROLLED_100),
                contrast(
                        "T = 100 against T = 10",
                        run -> run.run().parameterization() == Parameterization.UNROLLED_100,
                        run -> run.run().parameterization() == Parameterization.UNROLLED_10),
                contrast(
                        "noise in training against none",
                        run -> run.run().corruption() == TrainingCorruption.GAUSSIAN,
                        run -> run.run().corruption() == TrainingCorruption.NONE),
                contrast(
                        "masks in training against none",
                        run -> run.run().corruption() == TrainingCorruption.MASKS,
                        run -> run.run().corruption() == TrainingCorruption.NONE),
                contrast(
                        "early against late", run -> run.budget() == Budget.EARLY, run -> run.budget() == Budget.LATE));
    }

    private Contrast contrast(String what, Predicate<StudyResult> above, Predicate<StudyResult> below) {
        double[] first = means(above);
        double[] second = means(below);
        double[] differences = new double[Math.min(first.length, second.length)];
        for (int i = 0; i < differences.length; i++) {
            differences[i] = first[i] - second[i];
        }
        double[] nan = {Double.NaN};
        return new Contrast(
                UNROLLED,
                what,
                MeasuredNumber.of(
                        "log10 ratio of errors on noisy input, " + what, differences.length == 0 ? nan : differences));
    }

    /** Of each seed. */
    private double[] means(Predicate<StudyResult> level) {
        List<StudyResult> of = within(UNROLLED).stream().filter(level).toList();
        return of.stream()
                .mapToInt(result -> result.run().seed())
                .distinct()
                .sorted()
                .mapToDouble(seed -> of.stream()
                        .filter(result -> result.run().seed() == seed)
                        .mapToDouble(result -> Math.log10(result.measures().denoised()))
                        .average()
                        .orElse(Double.NaN))
                .toArray();
    }
}
