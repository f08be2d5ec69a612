package io.eckart.task.fill;

import io.eckart.data.Encoding;
import io.eckart.data.Table;
import io.eckart.model.Blend;
import io.eckart.model.fitted.Filling;
import io.eckart.numerics.FloatMatrix;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Weighted means of the estimates of two ways: ways of different kinds err in different cells. The best ways of the three best kinds
 * are tried in pairs.
 */
final class FillBlends {
    private static final double[] WEIGHTS = {.25, .5, .75};
    private static final int KINDS = 3;

    @SuppressWarnings("ArrayRecordComponent") // private, never compared
    private record Trial(Table holed, boolean[] hidden, List<Filled> filled) {}

    /** The estimates of one way, as features. */
    private record Filled(Encoding encoding, FloatMatrix estimates) {}

    /**
     * A way with its errors.
     *
     * @param index among the ways tried
     */
    private record Tried(int index, FillMethod method, FillScores scores) {}

    private final List<Trial> trials = new ArrayList<>();
    private final boolean enabled;

    /** @param enabled false if no blend is tried: then nothing is kept */
    FillBlends(boolean enabled) {
        this.enabled = enabled;
    }

    /** Starts a repetition: called before the estimates of the ways are added. */
    void start(Table holed, boolean[] hidden) {
        if (enabled) {
            trials.add(new Trial(holed, hidden, new ArrayList<>()));
        }
    }

    /**
     * Adds the estimates of the next way.
     *
     * @param encoding the same for all ways
     * @param estimates n x d, the filled rows
     */
    void add(Encoding encoding, FloatMatrix estimates) {
        if (enabled) {
            trials.getLast().filled().add(new Filled(encoding, estimates));
        }
    }

    /**
     * The pair and weight with the least loss; empty if fewer than two kinds were tried.
     *
     * @param none makes empty scores for a blend
     */
    Optional<FillRanking.Candidate> best(List<FillMethod> methods, List<FillScores> scores, Supplier<FillScores> none) {
        List<Tried> kinds = enabled ? bestOfKinds(methods, scores) : List.of();
        Optional<FillRanking.Candidate> best = Optional.empty();
        for (int i = 0; i < kinds.size(); i++) {
            for (int j = i + 1; j < kinds.size(); j++) {
                for (double weight : WEIGHTS) {
                    FillRanking.Candidate next = blend(kinds.get(i), kinds.get(j), weight, none.get());
                    best = best.isPresent() && best.get().loss() <= next.loss() ? best : Optional.of(next);
                }
            }
        }
        return best;
    }

    private static List<Tried> bestOfKinds(List<FillMethod> methods, List<FillScores> scores) {
        Map<String, Tried> best = new TreeMap<>();
        for (int m = 0; m < methods.size(); m++) {
            Tried tried = new Tried(m, methods.get(m), scores.get(m));
            best.merge(
                    methods.get(m).kind(),
                    tried,
                    (one, other) -> other.scores().loss() < one.scores().loss() ? other : one);
        }
        return best.values().stream()
                .sorted(Comparator.comparingDouble(
                        (Tried tried) -> tried.scores().loss()))
                .limit(KINDS)
                .toList();
    }

    private FillRanking.Candidate blend(Tried first, Tried second, double weight, FillScores scores) {
        long started = System.nanoTime();
        for (Trial trial : trials) {
            Filled one = trial.filled().get(first.index());
            Filled other = trial.filled().get(second.index());
            FloatMatrix mixed = Blend.mix(one.estimates(), other.estimates(), weight);
            scores.add(Filling.of(one.encoding(), mixed, trial.holed()).table(), trial.hidden());
        }
        scores.took(first.scores().seconds() + second.scores().seconds() + (System.nanoTime() - started) / 1e9);
        return new FillRanking.Candidate(new FillMethod.Blend(first.method(), second.method(), weight), scores);
    }
}
