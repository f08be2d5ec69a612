package io.eckart.study.claim;

import static org.assertj.core.api.Assertions.assertThat;

import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.RandomStreams;
import io.eckart.numerics.Workers;
import io.eckart.study.Claim;
import io.eckart.study.StudyData;
import io.eckart.study.StudyRows;
import io.eckart.study.StudyScale;
import io.eckart.study.StudySetting;
import io.eckart.study.Verdict;
import io.eckart.training.TrainingListener;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class GeneralClaimsTest {
    /** What differs so much from seed to seed that three would not tell. */
    private static final Set<String> TEN_SEEDS = Set.of("networks-read-masks", "pretraining-helps-few-labels");

    private static final List<Integer> COUNTS = List.of(5, 10, 20, 40, 80);

    @Test
    void everyClaimHasItsOwnName() {
        List<String> ids = StudyClaims.general().stream().map(ClaimTest::id).toList();
        assertThat(ids)
                .doesNotHaveDuplicates()
                .containsExactly(
                        "reducing-first-helps-few-labels",
                        "clustering-first-helps-few-labels",
                        "first-direction-is-mean",
                        "networks-pass-linear-floor",
                        "pretraining-helps-few-labels",
                        "networks-read-masks",
                        "several-tasks-not-worse",
                        "biases-recover-dimension",
                        "bends-recover-dimension");
    }

    @Test
    void aStudyThatIsStoppedHasMeasuredNothingAndJudgesNothing() {
        try (Workers workers = Workers.of(1)) {
            for (ClaimTest test : StudyClaims.general()) {
                Claim claim = test.test(setting(generated(), 0, true, workers));
                assertThat(claim.id()).isEqualTo(test.id());
                assertThat(claim.section()).matches("15\\.[0-9.]+");
                assertThat(claim.verdict()).as(claim.id()).isEqualTo(Verdict.VARIES);
                assertThat(claim.numbers())
                        .allSatisfy(number -> assertThat(number.seeds()).isZero());
            }
        }
    }

    @Test
    void bendsRecoverTheDimensionWhereTwoDirectionsPassANetworkOnly() {
        BendsRecoverDimension claim = new BendsRecoverDimension();
        assertThat(claim.judge(passing(4, 2, 2)).verdict()).isEqualTo(Verdict.HOLDS);
        assertThat(claim.judge(passing(4, 4, 2)).verdict()).isEqualTo(Verdict.HOLDS_UNDER);
        assertThat(claim.judge(passing(4, 4, 4)).verdict()).isEqualTo(Verdict.DOES_NOT_HOLD);
        // What a linear model does too is no work of bends.
        assertThat(claim.judge(passing(2, 2, 2)).verdict()).isEqualTo(Verdict.DOES_NOT_HOLD);
    }

    private static SeedRuns passing(double linear, double plain, double denoising) {
        return Answers.of(name -> {
            if (!name.startsWith("passing")) {
                return 1;
            }
            return name.contains("linear") ? linear : name.contains("no noise") ? plain : denoising;
        });
    }

    @Test
    void biasesRecoverTheDimensionWhereTheySaveOneDirection() {
        BiasesRecoverDimension claim = new BiasesRecoverDimension();
        assertThat(claim.judge(needed(4, 3)).verdict()).isEqualTo(Verdict.HOLDS);
        assertThat(claim.judge(needed(4, 4)).verdict()).isEqualTo(Verdict.DOES_NOT_HOLD);
        assertThat(claim.judge(Answers.of(name -> name.startsWith("with ") ? 3 : 4))
                        .verdict())
                .as("also where the mean is the origin")
                .isEqualTo(Verdict.DOES_NOT_HOLD);
    }

    private static SeedRuns needed(double without, double with) {
        return Answers.of(name -> name.startsWith("with ") ? with : name.endsWith(" 0.0") ? with : without);
    }

    @Test
    void networksPassTheFloorOnlyWhereRowsAreCurved() {
        NetworksPassLinearFloor claim = new NetworksPassLinearFloor();
        assertThat(claim.judge(errors(.5, 1)).verdict()).isEqualTo(Verdict.HOLDS);
        assertThat(claim.judge(errors(1, 1)).verdict()).isEqualTo(Verdict.DOES_NOT_HOLD);
        // A floor that is passed on linear rows was none.
        assertThat(claim.judge(errors(.5, .5)).verdict()).isEqualTo(Verdict.DOES_NOT_HOLD);
    }

    private static SeedRuns errors(double curved, double flat) {
        return Answers.of(name -> name.startsWith("floor") ? 1 : name.contains("linear") ? flat : curved);
    }

    @Test
    void networksReadMasksWhereZerosAreWorse() {
        NetworksReadMasks claim = new NetworksReadMasks();
        assertThat(claim.judge(Answers.of(name -> name.startsWith("masks") ? 1 : 2))
                        .verdict())
                .isEqualTo(Verdict.HOLDS);
        assertThat(claim.judge(Answers.of(name -> name.endsWith("0.1") && name.startsWith("zeros") ? 2 : 1))
                        .verdict())
                .isEqualTo(Verdict.HOLDS_UNDER);
        assertThat(claim.judge(Answers.of(name -> 1)).verdict()).isEqualTo(Verdict.DOES_NOT_HOLD);
    }

    @Test
    void severalTasksAreNotWorseWithinFivePercent() {
        SeveralTasks claim = new SeveralTasks();
        assertThat(claim.judge(Answers.of(name -> name.contains("all") ? 1.04 : 1), "rows")
                        .verdict())
                .isEqualTo(Verdict.HOLDS);
        assertThat(claim.judge(Answers.of(name -> name.contains("all") ? 1.06 : 1), "rows")
                        .verdict())
                .isEqualTo(Verdict.DOES_NOT_HOLD);
        Claim jack = claim.judge(Answers.of(GeneralClaimsTest::jackOfAllTrades), "rows");
        assertThat(jack.verdict()).isEqualTo(Verdict.HOLDS_UNDER);
        assertThat(jack.condition()).contains("1.20 to reconstruct");
    }

    /** A fifth worse than each specialist in its task, which is three times as bad in the others. */
    private static double jackOfAllTrades(String name) {
        String[] words = name.split(" by ", -1);
        return words[1].startsWith("all") ? 1.2 : words[0].equals(words[1]) ? 1 : 3;
    }

    @Test
    void firstDirectionIsTheMeanWhereItAlignsAndOnlyThen() {
        FirstDirectionIsMean claim = new FirstDirectionIsMean();
        assertThat(claim.judge(cosines(.1, 1)).verdict()).isEqualTo(Verdict.HOLDS);
        assertThat(claim.judge(cosines(.1, .1)).verdict()).isEqualTo(Verdict.DOES_NOT_HOLD);
        assertThat(claim.judge(cosines(1, 1)).verdict()).isEqualTo(Verdict.DOES_NOT_HOLD);
    }

    private static SeedRuns cosines(double without, double with) {
        return Answers.of(name -> name.startsWith("0 times") ? without : with);
    }

    @Test
    void gainsWithFewLabelsNeedControlsWithoutOne() {
        ToDoubleFunction<String> gain = name -> name.startsWith("pre-trained, ") || name.startsWith("PCA") ? .8 : .7;
        LabelGains gains = new LabelGains(Answers.of(gain), 10, COUNTS, 10);
        assertThat(new PretrainingHelps().judge(gains, "rows").verdict()).isEqualTo(Verdict.HOLDS_UNDER);
        assertThat(new ReducingFirst().judge(gains, "rows").verdict()).isEqualTo(Verdict.HOLDS_UNDER);
        LabelGains none = new LabelGains(Answers.of(name -> .7), 10, COUNTS, 10);
        assertThat(new ReducingFirst().judge(none, "rows").verdict()).isNotIn(Verdict.HOLDS, Verdict.HOLDS_UNDER);
        LabelGains all = new LabelGains(Answers.of(name -> name.startsWith("pre") ? .8 : .7), 10, COUNTS, 10);
        assertThat(new PretrainingHelps().judge(all, "rows").verdict())
                .as("the control gains as much")
                .isEqualTo(Verdict.DOES_NOT_HOLD);
    }

    @Test
    void clustersThatHelpWhereThereAreNoneRefuteTheClaim() {
        ClusteringFirst claim = new ClusteringFirst();
        LabelGains gains = new LabelGains(Answers.of(name -> name.contains("inferred") ? .8 : .7), 10, COUNTS, 9);
        LabelGains none = new LabelGains(Answers.of(name -> .7), 10, COUNTS, 9);
        assertThat(claim.judge(gains, none, "rows").verdict()).isEqualTo(Verdict.HOLDS_UNDER);
        assertThat(claim.judge(gains, gains, "rows").verdict()).isEqualTo(Verdict.DOES_NOT_HOLD);
    }

    @Test
    void labelsThatHaveNothingToDoWithTheRowsAreNotHelped() {
        SplittableRandom random = new SplittableRandom(5);
        float[] values = new float[600 * 8];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        FloatMatrix rows = new FloatMatrix(600, 8, values);
        int[] labels = random.ints(600, 0, 2).toArray();
        StudyData noise = new StudyData(
                "noise",
                rows.copyRows(0, 300),
                rows.copyRows(300, 600),
                Optional.of(Arrays.copyOf(labels, 300)),
                Optional.of(Arrays.copyOfRange(labels, 300, 600)),
                2,
                false);
        try (Workers workers = Workers.of(1)) {
            Claim claim = new ReducingFirst().test(setting(noise, 0, false, workers));
            assertThat(claim.experiment()).startsWith("noise; ");
            assertThat(claim.verdict()).as(claim.condition()).isNotIn(Verdict.HOLDS, Verdict.HOLDS_UNDER);
            assertThat(claim.numbers())
                    .allSatisfy(number ->
                            assertThat(number.mean()).as(number.name()).isFinite());
        }
    }

    @Test
    void linearClaimsHoldAsTheyAreMeasured() {
        try (Workers workers = Workers.of(1)) {
            assertThat(new BiasesRecoverDimension()
                            .test(setting(generated(), 0, false, workers))
                            .verdict())
                    .isEqualTo(Verdict.HOLDS);
            Claim mean = new FirstDirectionIsMean().test(setting(generated(), 0, false, workers));
            assertThat(mean.verdict()).isEqualTo(Verdict.HOLDS_UNDER);
            assertThat(mean.condition()).contains("for: a mean of 4 times").contains("against: a mean of 0.25 times");
        }
    }

    @Test
    @Tag("long")
    void verdictsAreTheSameForTwoStudies() {
        try (Workers workers = Workers.of(2)) {
            for (ClaimTest test : StudyClaims.general()) {
                Claim one = test.test(setting(generated(), 0, false, workers));
                Claim two = test.test(setting(generated(), 1, false, workers));
                assertThat(one.verdict())
                        .as("%s: %s and %s", one.id(), one.condition(), two.condition())
                        .isEqualTo(two.verdict())
                        .isIn(Verdict.HOLDS, Verdict.HOLDS_UNDER);
                assertThat(one.numbers())
                        .allSatisfy(number ->
                                assertThat(number.mean()).as(number.name()).isFinite())
                        .allSatisfy(number -> assertThat(number.seeds())
                                .as(number.name())
                                .isEqualTo(TEN_SEEDS.contains(one.id()) ? 10 : 3));
            }
        }
    }

    private static StudyData generated() {
        return StudyRows.generated(StudyScale.QUICK, new RandomStreams(0)).data();
    }

    private static StudySetting setting(StudyData data, long seed, boolean stopped, Workers workers) {
        return new StudySetting(
                data, StudyScale.QUICK, new RandomStreams(seed), workers, TrainingListener.SILENT, () -> stopped);
    }
}
