package io.eckart.study.claim;

import static org.assertj.core.api.Assertions.assertThat;

import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.RandomStreams;
import io.eckart.numerics.Workers;
import io.eckart.study.Claim;
import io.eckart.study.ClaimPlan;
import io.eckart.study.Evidence;
import io.eckart.study.MeasuredOn;
import io.eckart.study.StudyData;
import io.eckart.study.StudyDesign;
import io.eckart.study.StudyRows;
import io.eckart.study.StudyScale;
import io.eckart.study.StudySetting;
import io.eckart.study.Verdict;
import io.eckart.study.analysis.Effects;
import io.eckart.study.analysis.Experiment;
import io.eckart.study.analysis.RunTable;
import io.eckart.study.judgement.Answers;
import io.eckart.study.judgement.ClaimTest;
import io.eckart.study.judgement.Judgement;
import io.eckart.study.judgement.PlannedClaim;
import io.eckart.study.judgement.SeedRuns;
import io.eckart.training.TrainingListener;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class GeneralClaimsTest {
    private static final Workers WORKERS = Workers.of(1);
    private static final StudySetting STUDY = setting(generated(), 0, false);

    @AfterAll
    static void close() {
        WORKERS.close();
    }

    private static Verdict verdict(PlannedClaim<SeedRuns> claim, ToDoubleFunction<String> values) {
        return Judgement.of(claim.plan(), claim.read(Answers.of(values))).verdict();
    }

    private static Claim measured(ClaimTest test, StudySetting setting) {
        return Judgement.of(test.plan(), test.measure(setting));
    }

    @Test
    void everyClaimHasItsOwnNameAndAllThatIsFixedBefore() {
        Experiment none = new Experiment(
                StudyDesign.of(STUDY.data(), STUDY.scale()),
                new RunTable(List.of()),
                new Effects(List.of()),
                List.of());
        List<ClaimPlan> plans =
                StudyClaims.all(none, STUDY).stream().map(ClaimTest::plan).toList();
        assertThat(plans.stream().map(ClaimPlan::id)).doesNotHaveDuplicates().hasSize(39);
        assertThat(plans).allSatisfy(plan -> {
            assertThat(plan.section()).matches("15\\.[0-9.]+");
            assertThat(List.of(plan.sentence(), plan.experiment(), plan.measure(), plan.control()))
                    .noneMatch(String::isBlank);
            assertThat(plan.settings())
                    .allSatisfy(
                            setting -> assertThat(setting.measuredOn().own()).isFalse());
        });
    }

    @Test
    void aStudyThatIsStoppedHasMeasuredNothingAndJudgesNothing() {
        for (ClaimTest test : StudyClaims.general(STUDY)) {
            Claim claim = measured(test, setting(generated(), 0, true));
            assertThat(claim.verdict()).as(claim.id()).isEqualTo(Verdict.UNDECIDED);
            assertThat(claim.deciding().seeds()).isZero();
        }
    }

    @Test
    void bendsRecoverTheDimensionWhereTwoDirectionsPassANetworkOnly() {
        PlannedClaim<SeedRuns> claim = BendsRecoverDimension.test();
        assertThat(verdict(claim, passing(4, 2, 2))).isEqualTo(Verdict.HOLDS);
        assertThat(verdict(claim, passing(4, 4, 2))).isEqualTo(Verdict.HOLDS_IN_SOME);
        assertThat(verdict(claim, passing(4, 4, 4))).isEqualTo(Verdict.DOES_NOT_HOLD);
        // What a linear model does too is no work of bends.
        assertThat(verdict(claim, passing(2, 2, 2))).isEqualTo(Verdict.DOES_NOT_HOLD);
    }

    private static ToDoubleFunction<String> passing(double linear, double plain, double denoising) {
        return name -> {
            if (!name.startsWith("passing")) {
                return 1;
            }
            return name.contains("linear") ? linear : name.contains("no noise") ? plain : denoising;
        };
    }

    @Test
    void biasesRecoverTheDimensionWhereTheySaveOneDirection() {
        PlannedClaim<SeedRuns> claim = BiasesRecoverDimension.test();
        assertThat(verdict(claim, needed(4, 3))).isEqualTo(Verdict.HOLDS);
        assertThat(verdict(claim, needed(4, 4))).isEqualTo(Verdict.DOES_NOT_HOLD);
        assertThat(verdict(claim, name -> name.startsWith("with ") ? 3 : 4))
                .as("also where the mean is the origin")
                .isEqualTo(Verdict.DOES_NOT_HOLD);
    }

    private static ToDoubleFunction<String> needed(double without, double with) {
        return name -> name.startsWith("with ") ? with : name.endsWith(" 0.0") ? with : without;
    }

    @Test
    void networksPassTheFloorOnlyWhereRowsAreCurved() {
        PlannedClaim<SeedRuns> claim = NetworksPassLinearFloor.test(STUDY);
        assertThat(verdict(claim, errors(.5, 1))).isEqualTo(Verdict.HOLDS);
        assertThat(verdict(claim, errors(1, 1))).isEqualTo(Verdict.DOES_NOT_HOLD);
        // A floor that is passed on linear rows was none.
        assertThat(verdict(claim, errors(.5, .5))).isEqualTo(Verdict.DOES_NOT_HOLD);
    }

    private static ToDoubleFunction<String> errors(double curved, double flat) {
        return name -> name.startsWith("floor") ? 1 : name.contains("linear") ? flat : curved;
    }

    @Test
    void networksReadMasksWhereZerosAreWorse() {
        PlannedClaim<SeedRuns> claim = NetworksReadMasks.test(STUDY);
        assertThat(verdict(claim, name -> name.startsWith("masks") ? 1 : 2)).isEqualTo(Verdict.HOLDS);
        assertThat(verdict(claim, name -> name.endsWith("0.1") && name.startsWith("zeros") ? 2 : 1))
                .isEqualTo(Verdict.HOLDS_IN_SOME);
        assertThat(verdict(claim, name -> 1)).isEqualTo(Verdict.DOES_NOT_HOLD);
    }

    @Test
    void severalTasksAreNotWorseWithinFivePercent() {
        PlannedClaim<SeedRuns> claim = SeveralTasks.test(STUDY);
        assertThat(verdict(claim, name -> name.contains("all") ? 1.04 : 1)).isEqualTo(Verdict.HOLDS);
        assertThat(verdict(claim, name -> name.contains("all") ? 1.06 : 1)).isEqualTo(Verdict.DOES_NOT_HOLD);
        assertThat(verdict(claim, GeneralClaimsTest::jackOfAllTrades)).isEqualTo(Verdict.HOLDS_IN_SOME);
    }

    /** A fifth worse than each specialist in its task, which is three times as bad in the others. */
    private static double jackOfAllTrades(String name) {
        String[] words = name.split(" by ", -1);
        return words[1].startsWith("all") ? 1.2 : words[0].equals(words[1]) ? 1 : 3;
    }

    @Test
    void firstDirectionIsTheMeanWhereItAlignsAndOnlyThen() {
        PlannedClaim<SeedRuns> claim = FirstDirectionIsMean.test(STUDY);
        assertThat(verdict(claim, cosines(.1, 1))).isEqualTo(Verdict.HOLDS);
        assertThat(verdict(claim, cosines(.1, .1))).isEqualTo(Verdict.DOES_NOT_HOLD);
        assertThat(verdict(claim, cosines(1, 1))).isEqualTo(Verdict.DOES_NOT_HOLD);
    }

    private static ToDoubleFunction<String> cosines(double without, double with) {
        return name -> name.equals("mean 0.0") ? without : with;
    }

    @Test
    void pretrainingThatHelpsWithShuffledColumnsTooRefutesTheClaim() {
        PlannedClaim<SeedRuns> claim = PretrainingHelps.test(STUDY);
        ToDoubleFunction<String> few = name -> name.startsWith("pre-trained, ") && !name.contains("1280") ? .8 : .7;
        assertThat(verdict(claim, few)).isEqualTo(Verdict.HOLDS);
        assertThat(verdict(claim, name -> .7)).isEqualTo(Verdict.DOES_NOT_HOLD);
        assertThat(verdict(claim, name -> name.startsWith("pre") && !name.contains("1280") ? .8 : .7))
                .isEqualTo(Verdict.DOES_NOT_HOLD);
    }

    @Test
    void clustersThatHelpWhereThereAreNoneRefuteTheClaim() {
        PlannedClaim<SeedRuns> claim = ClusteringFirst.test(STUDY);
        ToDoubleFunction<String> few = name -> name.startsWith("labels inferred") && !name.contains("320") ? .8 : .7;
        assertThat(verdict(claim, name -> name.contains("no clusters") ? .7 : few.applyAsDouble(name)))
                .isEqualTo(Verdict.HOLDS);
        assertThat(verdict(claim, few)).isEqualTo(Verdict.DOES_NOT_HOLD);
    }

    @Test
    void largerNetworksAreEasierWhereTheyNeedFewerEpochs() {
        PlannedClaim<SeedRuns> claim = LargerNetworks.test(STUDY);
        assertThat(verdict(claim, name -> .5)).isEqualTo(Verdict.HOLDS);
        assertThat(verdict(claim, name -> 1)).isEqualTo(Verdict.DOES_NOT_HOLD);
    }

    @Test
    void mapsThatAreAlikeWhereSingularValuesTieRefuteTheClaim() {
        PlannedClaim<SeedRuns> claim = UniqueMinimiser.test(STUDY);
        assertThat(verdict(claim, name -> name.startsWith("map") ? 0 : 1)).isEqualTo(Verdict.HOLDS);
        assertThat(verdict(claim, name -> name.contains("map") ? 0 : 1)).isEqualTo(Verdict.DOES_NOT_HOLD);
        assertThat(verdict(claim, name -> 1)).isEqualTo(Verdict.HOLDS_IN_SOME);
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
                Collections.nCopies(8, 0.0),
                false);
        StudySetting setting = setting(noise, 0, false);
        Claim claim = measured(ReducingFirst.test(setting), setting);
        assertThat(claim.deciding().setting().measuredOn()).isEqualTo(new MeasuredOn("noise", true));
        assertThat(claim.verdict()).as(claim.reason()).isNotIn(Verdict.HOLDS, Verdict.HOLDS_IN_SOME);
    }

    @Test
    void whatFollowsFromTheMomentsIsMeasured() {
        assertThat(measured(BiasesRecoverDimension.test(), STUDY).verdict()).isEqualTo(Verdict.HOLDS);
        assertThat(measured(OptimumClaims.noise(STUDY), STUDY).verdict()).isEqualTo(Verdict.HOLDS);
        assertThat(measured(OptimumClaims.masks(STUDY), STUDY).verdict()).isEqualTo(Verdict.HOLDS);
        Claim mean = measured(FirstDirectionIsMean.test(STUDY), STUDY);
        assertThat(mean.verdict()).isEqualTo(Verdict.HOLDS_IN_SOME);
        assertThat(mean.reason()).startsWith("for: mean energy 4.0 times").contains("against: mean energy 0.25 times");
    }

    @Test
    void theUsersRowsAreTakenWhereAClaimCanBeMeasuredOnThem() {
        StudyData own = new StudyData(
                "own",
                STUDY.data().train(),
                STUDY.data().test(),
                Optional.empty(),
                Optional.empty(),
                5,
                Collections.nCopies(20, 0.0),
                false);
        StudySetting setting = setting(own, 0, false);
        List<String> generated = StudyClaims.general(setting).stream()
                .map(ClaimTest::plan)
                .filter(plan -> plan.settings().stream()
                        .noneMatch(place -> place.measuredOn().own()))
                .map(ClaimPlan::id)
                .toList();
        assertThat(generated)
                .as("rows without labels, and what needs a known dimension")
                .containsExactlyInAnyOrder(
                        "pretraining-helps-few-labels",
                        "reducing-first-helps-few-labels",
                        "clustering-first-helps-few-labels",
                        "bends-recover-dimension",
                        "biases-recover-dimension",
                        "one-dimension-fills-cells");
    }

    /** A setting may be undecided with some seeds; where two studies decide it, they agree. */
    @Test
    @Tag("long")
    void twoStudiesDoNotContradictEachOther() {
        for (ClaimTest test : StudyClaims.general(STUDY)) {
            Claim one = measured(test, setting(generated(), 0, false));
            Claim two = measured(test, setting(generated(), 1, false));
            for (int i = 0; i < one.settings().size(); i++) {
                List<Evidence.Answer> answers = List.of(
                        one.settings().get(i).answer(), two.settings().get(i).answer());
                assertThat(answers.contains(Evidence.Answer.FOR) && answers.contains(Evidence.Answer.AGAINST))
                        .as("%s, %s", one.id(), one.settings().get(i).setting().name())
                        .isFalse();
            }
            assertThat(one.verdict()).as(one.id()).isIn(Verdict.HOLDS, Verdict.HOLDS_IN_SOME);
            assertThat(two.verdict()).as(two.id()).isIn(one.verdict(), Verdict.UNDECIDED);
        }
    }

    private static StudyData generated() {
        return StudyRows.generated(StudyScale.QUICK, new RandomStreams(0)).data();
    }

    private static StudySetting setting(StudyData data, long seed, boolean stopped) {
        return new StudySetting(
                data, StudyScale.QUICK, new RandomStreams(seed), WORKERS, TrainingListener.SILENT, () -> stopped);
    }
}
