package io.eckart.study.claim;

import static org.assertj.core.api.Assertions.assertThat;

import io.eckart.numerics.RandomStreams;
import io.eckart.numerics.Workers;
import io.eckart.study.Budget;
import io.eckart.study.Claim;
import io.eckart.study.CodeSize;
import io.eckart.study.CurveFigure;
import io.eckart.study.LeastErrors;
import io.eckart.study.MeasuredOn;
import io.eckart.study.Measures;
import io.eckart.study.Parameterization;
import io.eckart.study.Series;
import io.eckart.study.Start;
import io.eckart.study.StudyDesign;
import io.eckart.study.StudyResult;
import io.eckart.study.StudyRows;
import io.eckart.study.StudyRun;
import io.eckart.study.StudyScale;
import io.eckart.study.StudySetting;
import io.eckart.study.TrainingCorruption;
import io.eckart.study.Verdict;
import io.eckart.study.analysis.Effects;
import io.eckart.study.analysis.Experiment;
import io.eckart.study.analysis.RunTable;
import io.eckart.study.analysis.SeedCurve;
import io.eckart.study.judgement.ClaimTest;
import io.eckart.study.judgement.Judgement;
import io.eckart.study.trial.CurveExperiment;
import io.eckart.training.TrainingListener;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Claims that read the designed experiment, on results that were never measured: one on which each must hold, one where it must fail. */
class ExperimentClaimsTest {
    private static final MeasuredOn ROWS = MeasuredOn.generated("rows");
    private static final StudyDesign DESIGN = new StudyDesign(6, 2, 1, 2, 20, 60, 100);
    private static final Workers WORKERS = Workers.of(1);
    private static final RandomStreams RANDOM = new RandomStreams(0);
    private static final StudySetting STUDY = new StudySetting(
            StudyRows.generated(StudyScale.QUICK, RANDOM).data(),
            StudyScale.QUICK,
            RANDOM,
            WORKERS,
            TrainingListener.SILENT,
            () -> false);

    @AfterAll
    static void close() {
        WORKERS.close();
    }

    /** All quantities of a run are one number, but for what training with noise could reach, which is 1. */
    private static Experiment runs(ToDoubleBiFunction<StudyRun, Budget> number) {
        List<StudyResult> results = new ArrayList<>();
        for (StudyRun run : DESIGN.runs()) {
            for (Budget budget : Budget.values()) {
                double x = number.applyAsDouble(run, budget);
                Measures measures =
                        new Measures(x, List.of(x, x, x), x, x, x, x, x, x, x, 1, x, List.of(x), LeastErrors.none());
                results.add(new StudyResult(run, budget, 1, 1, measures));
            }
        }
        return new Experiment(DESIGN, new RunTable(results), new Effects(results), List.of());
    }

    private static Experiment runs(Predicate<StudyRun> which, double those, double others) {
        return runs((run, budget) -> which.test(run) ? those : others);
    }

    /** Two seeds of every series, over some places. */
    private static Experiment curves(
            CurveFigure figure, List<String> variants, List<Double> x, ToDoubleBiFunction<Series, Double> y) {
        List<SeedCurve> curves = new ArrayList<>();
        for (Parameterization form : Parameterization.values()) {
            for (CodeSize size : CodeSize.values()) {
                for (Start start : Start.values()) {
                    for (TrainingCorruption corruption : TrainingCorruption.values()) {
                        for (String variant : variants) {
                            Series series = new Series(form, size, corruption, start, variant);
                            List<Double> values = x.stream()
                                    .map(place -> y.applyAsDouble(series, place))
                                    .toList();
                            curves.add(new SeedCurve(figure, series, 0, x, values));
                            curves.add(new SeedCurve(figure, series, 1, x, values));
                        }
                    }
                }
            }
        }
        return new Experiment(DESIGN, new RunTable(List.of()), new Effects(List.of()), curves);
    }

    private static Claim judged(ClaimTest claim) {
        return Judgement.of(claim.plan(), claim.measure(STUDY));
    }

    private static Verdict verdict(ClaimTest claim) {
        return judged(claim).verdict();
    }

    private static Experiment stopped(ToDoubleFunction<Series> least) {
        List<String> variants = List.of(CurveExperiment.HELD_OUT, CurveExperiment.TRAINED_ON);
        return curves(
                CurveFigure.NOISY,
                variants,
                List.of(10.0, 100.0, 1000.0),
                (series, steps) -> steps == 100 ? least.applyAsDouble(series) : 2);
    }

    @Test
    void outerStoppingThatDependsOnTheStartSaysSo() {
        Claim claim =
                judged(new StoppingClaims(stopped(series -> series.start() == Start.SMALL ? 1.03 : 1.4), ROWS).outer());
        assertThat(claim.summary()).isEqualTo("holds in 12 of 24 settings");
        assertThat(claim.dependsOn()).containsExactly("depends on the start: holds in large 0 of 12, small 12 of 12");
        assertThat(verdict(new StoppingClaims(stopped(series -> 1.03), ROWS).outer()))
                .isEqualTo(Verdict.HOLDS);
        assertThat(verdict(new StoppingClaims(stopped(series -> 1.4), ROWS).outer()))
                .isEqualTo(Verdict.DOES_NOT_HOLD);
    }

    @Test
    void innerStoppingInTrainingComparesDepthsAtOneOuterTime() {
        Predicate<StudyRun> shallow = run -> run.parameterization() == Parameterization.UNROLLED_1
                || run.parameterization() == Parameterization.UNROLLED_3;
        assertThat(verdict(new StoppingClaims(runs(shallow, .8, 1), ROWS).innerTrained()))
                .isEqualTo(Verdict.HOLDS);
        assertThat(verdict(new StoppingClaims(runs(shallow, 1, 1), ROWS).innerTrained()))
                .isEqualTo(Verdict.DOES_NOT_HOLD);
        Claim early = judged(new StoppingClaims(
                        runs((run, budget) -> shallow.test(run) && budget == Budget.EARLY ? .8 : 1), ROWS)
                .innerTrained());
        assertThat(early.dependsOn())
                .containsExactly("depends on the outer time: holds in early 12 of 12, late 0 of 12");
    }

    private static Experiment used(ToDoubleFunction<Double> error) {
        List<String> variants = new ArrayList<>();
        for (Budget budget : Budget.values()) {
            variants.add(CurveExperiment.used(budget, false));
            variants.add(CurveExperiment.used(budget, true));
        }
        List<Double> depths =
                StudyDesign.USED_DEPTHS.stream().map(Double::valueOf).toList();
        return curves(CurveFigure.USED, variants, depths, (series, depth) -> error.applyAsDouble(depth));
    }

    @Test
    void innerStoppingInUseComparesAGivenB() {
        StoppingClaims shrinking = new StoppingClaims(used(depth -> depth < 3 ? 1.05 : 1.5), ROWS);
        assertThat(verdict(shrinking.innerUsed())).isEqualTo(Verdict.HOLDS);
        assertThat(verdict(shrinking.innerSubstitute())).isEqualTo(Verdict.HOLDS);
        StoppingClaims flat = new StoppingClaims(used(depth -> 1.5), ROWS);
        assertThat(verdict(flat.innerUsed())).isEqualTo(Verdict.DOES_NOT_HOLD);
        assertThat(verdict(flat.innerSubstitute())).isEqualTo(Verdict.DOES_NOT_HOLD);
        assertThat(verdict(flat.innerSelective())).as("nothing to compare with").isEqualTo(Verdict.UNDECIDED);
    }

    @Test
    void untyingCostsNothingWithinFivePercent() {
        Predicate<StudyRun> untied = run -> run.parameterization() == Parameterization.UNTIED;
        assertThat(verdict(new RobustnessClaims(runs(untied, 1.04, 1), ROWS).untied()))
                .isEqualTo(Verdict.HOLDS);
        assertThat(verdict(new RobustnessClaims(runs(untied, 1.2, 1), ROWS).untied()))
                .isEqualTo(Verdict.DOES_NOT_HOLD);
    }

    @Test
    void largeAndSmallSingularValuesThatP1HasTooAreNoneOfP4() {
        Predicate<StudyRun> unrolled = run -> run.parameterization().isUnrolled();
        assertThat(verdict(new SpectrumClaims(runs(unrolled, 3, 1), ROWS).contrast()))
                .isEqualTo(Verdict.HOLDS);
        assertThat(verdict(new SpectrumClaims(runs(unrolled, 3, 3), ROWS).contrast()))
                .isEqualTo(Verdict.DOES_NOT_HOLD);
    }

    @Test
    void whatNoModelOfTheSizeCanStopIsNotSpurious() {
        Predicate<StudyRun> clean = run -> run.corruption() == TrainingCorruption.NONE;
        assertThat(verdict(new SpectrumClaims(runs(clean, .5, .01), ROWS).spurious()))
                .isEqualTo(Verdict.HOLDS);
        assertThat(verdict(new SpectrumClaims(runs(clean, .5, .5), ROWS).spurious()))
                .isEqualTo(Verdict.DOES_NOT_HOLD);
        assertThat(verdict(new SpectrumClaims(runs(clean, 1.2, 1), ROWS).amplified()))
                .isEqualTo(Verdict.HOLDS);
        assertThat(verdict(new SpectrumClaims(runs(clean, 1, 1), ROWS).amplified()))
                .isEqualTo(Verdict.DOES_NOT_HOLD);
    }

    private static Experiment identity(double unrolled, double direct) {
        return curves(
                CurveFigure.IDENTITY,
                List.of(""),
                List.of(10.0, 100.0),
                (series, steps) -> series.form().isUnrolled() ? unrolled : direct);
    }

    @Test
    void whereP1IsFarFromTheIdentityTooDepthIsNotTheReason() {
        assertThat(verdict(new IdentityClaims(identity(.3, 0), ROWS).unrolled()))
                .isEqualTo(Verdict.HOLDS);
        assertThat(verdict(new IdentityClaims(identity(.3, .3), ROWS).unrolled()))
                .isEqualTo(Verdict.DOES_NOT_HOLD);
        assertThat(verdict(new IdentityClaims(identity(0, 0), ROWS).unrolled())).isEqualTo(Verdict.DOES_NOT_HOLD);
    }

    private static Experiment inverse(double first, double last) {
        return curves(
                CurveFigure.INVERSE, List.of(""), List.of(10.0, 100.0), (series, steps) -> steps == 10 ? first : last);
    }

    @Test
    void anInverseFromTheStartWasNotLearnt() {
        assertThat(verdict(new ProjectionClaims(inverse(.7, .01), ROWS).wideInverse()))
                .isEqualTo(Verdict.HOLDS);
        assertThat(verdict(new ProjectionClaims(inverse(.7, .5), ROWS).wideInverse()))
                .isEqualTo(Verdict.DOES_NOT_HOLD);
        assertThat(verdict(new ProjectionClaims(inverse(.01, .01), ROWS).wideInverse()))
                .isEqualTo(Verdict.DOES_NOT_HOLD);
    }
}
