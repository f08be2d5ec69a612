package io.eckart.study.judgement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.eckart.study.Border;
import io.eckart.study.Claim;
import io.eckart.study.Evidence.Answer;
import io.eckart.study.MeasuredOn;
import io.eckart.study.Verdict;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class JudgementTest {
    private static final MeasuredOn ROWS = MeasuredOn.generated("rows");
    private static final double[] LOW = {1, 1.01, .99};
    private static final double[] HIGH = {3, 3.01, 2.99};
    private static final double[] WIDE = {0, 2, 4.5};

    private static PlannedClaim.Builder<Integer> plan() {
        return new PlannedClaim.Builder<>("id", "15", "sentence", ROWS);
    }

    private static Claim judged(PlannedClaim.Builder<Integer> builder) {
        PlannedClaim<Integer> claim = builder.from(setting -> 0);
        return Judgement.of(claim.plan(), claim.read(0));
    }

    private static PlannedClaim.Builder<Integer> below(
            PlannedClaim.Builder<Integer> plan, String name, double... values) {
        return plan.setting(name, Map.of(), Border.below(2), found -> values);
    }

    @Test
    void allSettingsForItHolds() {
        Claim claim = judged(below(below(plan(), "x", LOW), "y", LOW));
        assertThat(claim.verdict()).isEqualTo(Verdict.HOLDS);
        assertThat(claim.summary()).isEqualTo("holds");
        assertThat(claim.reason()).isEqualTo("for: x | y");
    }

    @Test
    void allAgainstItDoesNot() {
        assertThat(judged(below(below(plan(), "x", HIGH), "y", HIGH)).verdict()).isEqualTo(Verdict.DOES_NOT_HOLD);
    }

    @Test
    void someForItAreCounted() {
        Claim claim = judged(below(below(below(plan(), "x", LOW), "y", HIGH), "z", HIGH));
        assertThat(claim.verdict()).isEqualTo(Verdict.HOLDS_IN_SOME);
        assertThat(claim.summary()).isEqualTo("holds in 1 of 3 settings");
    }

    @Test
    void oneDecidedSettingOfThreeIsNoVerdict() {
        Claim claim = judged(below(below(below(plan(), "x", LOW), "y", WIDE), "z", WIDE));
        assertThat(claim.verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(claim.reason()).isEqualTo("for: x; undecided: y | z");
        assertThat(claim.deciding().setting().name()).isEqualTo("y");
    }

    @Test
    void whatWasNotMeasuredIsUndecided() {
        assertThat(judged(below(plan(), "x")).verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(judged(below(plan(), "x", Double.NaN, 1, 1)).verdict()).isEqualTo(Verdict.UNDECIDED);
    }

    /** An effect that is surely there and surely smaller than what counts is against the claim. */
    @Test
    void theSmallestEffectThatCountsIsTheBorder() {
        double[] little = {1.01, 1.011, 1.009};
        Claim none = judged(plan().setting("x", Map.of(), Border.above(1), found -> little));
        assertThat(none.verdict()).isEqualTo(Verdict.HOLDS);
        Claim five = judged(plan().setting("x", Map.of(), Border.above(1.05), found -> little));
        assertThat(five.verdict()).isEqualTo(Verdict.DOES_NOT_HOLD);
    }

    @Test
    void aRangeHasTwoBorders() {
        Border range = Border.within(0, 2);
        assertThat(judged(plan().setting("x", Map.of(), range, found -> LOW)).verdict())
                .isEqualTo(Verdict.HOLDS);
        assertThat(judged(plan().setting("x", Map.of(), range, found -> HIGH)).verdict())
                .isEqualTo(Verdict.DOES_NOT_HOLD);
        assertThat(judged(plan().setting("x", Map.of(), range, found -> WIDE)).verdict())
                .isEqualTo(Verdict.UNDECIDED);
    }

    /** Ratios are judged as logarithms: the mean of 1/2 and 2 is 1. */
    @Test
    void ratiosHaveAGeometricMean() {
        Claim claim =
                judged(plan().ratio("ratio").setting("x", Map.of(), Border.below(5), found -> new double[] {.5, 2, 1}));
        assertThat(claim.deciding().mean()).isCloseTo(1, within(1e-12));
        assertThat(claim.deciding().low() * claim.deciding().high()).isCloseTo(1, within(1e-9));
    }

    @Test
    void aControlThatShowsTheEffectTurnsTheSettingsThatItCovers() {
        PlannedClaim.Builder<Integer> plan = plan().setting(
                        "x", Map.of("start", "small"), Border.below(2), found -> LOW)
                .setting("y", Map.of("start", "large"), Border.below(2), found -> LOW)
                .control("without the cause", Map.of("start", "small"), Border.below(2), found -> LOW)
                .control("unclear", Map.of("start", "large"), Border.below(2), found -> WIDE);
        Claim claim = judged(plan);
        assertThat(claim.settings().stream().map(evidence -> evidence.answer()).toList())
                .containsExactly(Answer.AGAINST, Answer.FOR);
        assertThat(claim.reason()).endsWith("a control shows the same: without the cause");
        assertThat(claim.dependsOn()).containsExactly("depends on the start: holds in small 0 of 1, large 1 of 1");
    }

    @Test
    void aVerdictThatDependsOnAFactorNamesIt() {
        PlannedClaim.Builder<Integer> plan = plan();
        for (String size : List.of("a", "b", "c")) {
            plan.setting("small " + size, Map.of("start", "small", "size", size), Border.below(2), found -> LOW);
            plan.setting("large " + size, Map.of("start", "large", "size", size), Border.below(2), found -> HIGH);
        }
        Claim claim = judged(plan);
        assertThat(claim.summary()).isEqualTo("holds in 3 of 6 settings");
        assertThat(claim.dependsOn()).containsExactly("depends on the start: holds in small 3 of 3, large 0 of 3");
    }

    /** Five per cent of single comparisons would be significant where there is nothing; of a family of thirty, one in all. */
    @Test
    void noiseIsUndecided() {
        SplittableRandom random = new SplittableRandom(8);
        int decided = 0;
        for (int family = 0; family < 50; family++) {
            PlannedClaim.Builder<Integer> plan = plan();
            for (int i = 0; i < 30; i++) {
                double[] values = random.doubles(5).map(value -> value - .5).toArray();
                plan.setting("setting " + i, Map.of(), Border.below(0), found -> values);
            }
            Claim claim = judged(plan);
            assertThat(claim.verdict()).isEqualTo(Verdict.UNDECIDED);
            decided += claim.settings().stream().anyMatch(e -> e.answer() != Answer.UNDECIDED) ? 1 : 0;
        }
        // Of 50 families 2.5 are expected; more than 8 would be three standard errors away.
        assertThat(decided).isLessThanOrEqualTo(8);
    }
}
