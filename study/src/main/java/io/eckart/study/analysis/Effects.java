package io.eckart.study.analysis;

import io.eckart.study.Budget;
import io.eckart.study.CodeSize;
import io.eckart.study.FactorContrast;
import io.eckart.study.MeasuredNumber;
import io.eckart.study.Measures;
import io.eckart.study.Parameterization;
import io.eckart.study.Start;
import io.eckart.study.StudyResult;
import io.eckart.study.StudyRun;
import io.eckart.study.TrainingCorruption;
import io.eckart.study.VarianceShare;
import io.eckart.study.analysis.AnalysisOfVariance.Observation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** What the factors of the design do, each alone and two together. */
public final class Effects {
    public static final String ALL = "all forms, large start";
    public static final String UNROLLED = "P4 at every depth, both starts";
    /** Runs whose code could hold the whole signal, so that only noise is left out. */
    public static final String ROOMY = "P4 with k above d', both starts";

    public static final String NOISY = "log10 error on noisy input";
    public static final String ADDED = "log10 error that input noise adds";

    private static final String FORM = "parameterization";
    private static final String DEPTH = "depth";
    private static final String SIZE = "code size";
    private static final String CORRUPTION = "corruption";
    /** A factor that the notes do not name. */
    public static final String START = "start";

    private static final String BUDGET = "outer time";

    /** The factors of P4 that the notes name. */
    public static final List<String> NAMED = List.of(SIZE, DEPTH, CORRUPTION, BUDGET);

    /** Two levels of one factor that are compared. */
    private record Levels(String name, Enum<?> first, Enum<?> second) {}

    private static final List<Levels> LEVELS = List.of(
            new Levels("T=1 against T=10", Parameterization.UNROLLED_1, Parameterization.UNROLLED_10),
            new Levels("T=3 against T=30", Parameterization.UNROLLED_3, Parameterization.UNROLLED_30),
            new Levels("d' < k < d against k = 2 d", CodeSize.BETWEEN, CodeSize.DOUBLE),
            new Levels("trained with noise against clean", TrainingCorruption.GAUSSIAN, TrainingCorruption.NONE),
            new Levels("trained with masks against clean", TrainingCorruption.MASKS, TrainingCorruption.NONE),
            new Levels("small against large start", Start.SMALL, Start.LARGE),
            new Levels("early against late", Budget.EARLY, Budget.LATE));

    private final List<StudyResult> crossed;

    public Effects(List<StudyResult> results) {
        crossed = results.stream()
                .filter(result -> result.run().codeSize().isCrossed())
                .toList();
    }

    private static List<String> factors(String scope) {
        return scope.equals(ALL)
                ? List.of(FORM, SIZE, CORRUPTION, BUDGET)
                : List.of(DEPTH, SIZE, CORRUPTION, BUDGET, START);
    }

    private static List<String> levels(StudyResult result, String scope) {
        StudyRun run = result.run();
        List<String> levels = List.of(
                run.parameterization().label(),
                run.codeSize().label(),
                run.corruption().label(),
                result.budget().label());
        return scope.equals(ALL)
                ? levels
                : Stream.concat(levels.stream(), Stream.of(run.start().label())).toList();
    }

    /** All shares, response by response. */
    public List<VarianceShare> shares() {
        List<VarianceShare> shares = new ArrayList<>();
        for (String scope : List.of(ALL, UNROLLED)) {
            shares.addAll(shares(NOISY, scope, m -> Math.log10(m.denoised())));
            shares.addAll(added(scope));
            shares.addAll(shares("log10 error in holes", scope, m -> Math.log10(m.holes())));
            shares.addAll(shares("identity distance", scope, Measures::identityDistance));
        }
        shares.addAll(added(ROOMY));
        return List.copyOf(shares);
    }

    private List<StudyResult> within(String scope) {
        return crossed.stream()
                .filter(result -> scope.equals(ALL)
                        ? result.run().start() == Start.LARGE
                        : result.run().parameterization().isUnrolled())
                .filter(result -> !scope.equals(ROOMY) || result.run().codeSize() != CodeSize.BELOW)
                .toList();
    }

    private static boolean has(StudyResult result, Enum<?> level) {
        StudyRun run = result.run();
        return run.parameterization() == level
                || run.codeSize() == level
                || run.corruption() == level
                || run.start() == level
                || result.budget() == level;
    }

    private List<VarianceShare> shares(String response, String scope, ToDoubleFunction<Measures> measure) {
        return new AnalysisOfVariance(factors(scope)).shares(response, scope, observations(scope, measure));
    }

    private List<Observation> observations(String scope, ToDoubleFunction<Measures> measure) {
        return within(scope).stream()
                .map(result -> new Observation(
                        result.run().seed(), levels(result, scope), measure.applyAsDouble(result.measures())))
                .toList();
    }

    private List<VarianceShare> added(String scope) {
        return shares(ADDED, scope, Effects::logAdded);
    }

    private static double logAdded(Measures measures) {
        return Math.log10(measures.added());
    }

    /**
     * Shares of the variance of what input noise adds to the error of P4 with k above d', one for each seed.
     *
     * @param source a factor
     */
    public double[] addedShares(String source) {
        return new AnalysisOfVariance(factors(ROOMY))
                .seedShares(observations(ROOMY, Effects::logAdded)).getOrDefault(source, List.of()).stream()
                        .mapToDouble(Double::doubleValue)
                        .toArray();
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
