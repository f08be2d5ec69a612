package io.eckart.study;

import io.eckart.study.AnalysisOfVariance.Observation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** What the factors of the design do, each alone and two together. */
public final class Effects {
    static final String ALL = "all forms";
    static final String UNROLLED = "P4 at every depth";
    /** Runs whose code could hold the whole signal, so that only noise is left out. */
    public static final String ROOMY = "P4 with k above d'";

    static final String NOISY = "log10 error on noisy input";
    static final String ADDED = "log10 error that input noise adds";

    private static final String FORM = "parameterization";
    private static final String DEPTH = "depth";
    private static final String SIZE = "code size";
    private static final String CORRUPTION = "corruption";
    private static final String BUDGET = "budget";
    private static final String TEST_NOISE = "test noise";

    /** Two levels of one factor that are compared. */
    private record Levels(String name, Enum<?> first, Enum<?> second) {}

    private static final List<Levels> LEVELS = List.of(
            new Levels("d' < k < d against k = 2 d", CodeSize.BETWEEN, CodeSize.DOUBLE),
            new Levels("k < d' against k = 2 d", CodeSize.BELOW, CodeSize.DOUBLE),
            new Levels("T = 100 against T = 1", Parameterization.UNROLLED_100, Parameterization.UNROLLED_1),
            new Levels("T = 100 against T = 10", Parameterization.UNROLLED_100, Parameterization.UNROLLED_10),
            new Levels("noise in training against none", TrainingCorruption.GAUSSIAN, TrainingCorruption.NONE),
            new Levels("masks in training against none", TrainingCorruption.MASKS, TrainingCorruption.NONE),
            new Levels("early against late", Budget.EARLY, Budget.LATE));

    private final List<StudyResult> crossed;

    public Effects(List<StudyResult> results) {
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
    public List<VarianceShare> shares() {
        List<VarianceShare> shares = new ArrayList<>();
        for (String scope : List.of(ALL, UNROLLED)) {
            shares.addAll(noisy(scope));
            shares.addAll(added(scope));
            shares.addAll(shares("log10 error in holes", scope, m -> Math.log10(m.holes())));
            shares.addAll(shares("identity distance", scope, Measures::identityDistance));
            shares.addAll(shares("noise gain", scope, Measures::noiseGain));
        }
        shares.addAll(added(ROOMY));
        return List.copyOf(shares);
    }

    private List<StudyResult> within(String scope) {
        return crossed.stream()
                .filter(result ->
                        scope.equals(ALL) || result.run().parameterization().isUnrolled())
                .filter(result -> !scope.equals(ROOMY) || result.run().codeSize() != CodeSize.BELOW)
                .toList();
    }

    private static boolean has(StudyResult result, Enum<?> level) {
        StudyRun run = result.run();
        return run.parameterization() == level
                || run.codeSize() == level
                || run.corruption() == level
                || result.budget() == level;
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

    /** Shares of the variance of what noise at the level of training adds to the error. */
    public List<VarianceShare> added(String scope) {
        return shares(ADDED, scope, m -> Math.log10(m.added()));
    }

    /** The noise in the test input is a separate factor. */
    private List<VarianceShare> noisy(String scope) {
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

    /** Between levels of the factors of P4, for the error on noisy input, and for what of it the noise adds. */
    public List<FactorContrast> contrasts() {
        return Stream.of(contrasts(ADDED, Measures::added), contrasts(NOISY, Measures::denoised))
                .flatMap(List::stream)
                .toList();
    }

    private List<FactorContrast> contrasts(String response, ToDoubleFunction<Measures> measure) {
        List<FactorContrast> contrasts = new ArrayList<>();
        for (Levels levels : LEVELS) {
            String name = response + ", " + levels.name();
            MeasuredNumber difference =
                    MeasuredNumber.difference(name, means(measure, levels.first()), means(measure, levels.second()));
            contrasts.add(new FactorContrast(response, UNROLLED, levels.name(), difference));
        }
        return contrasts;
    }

    /** Mean logarithms, of each seed. */
    private double[] means(ToDoubleFunction<Measures> measure, Enum<?> level) {
        List<StudyResult> results =
                within(UNROLLED).stream().filter(result -> has(result, level)).toList();
        return results.stream()
                .mapToInt(result -> result.run().seed())
                .distinct()
                .sorted()
                .mapToDouble(seed -> results.stream()
                        .filter(result -> result.run().seed() == seed)
                        .mapToDouble(result -> Math.log10(measure.applyAsDouble(result.measures())))
                        .average()
                        .orElse(Double.NaN))
                .toArray();
    }
}
