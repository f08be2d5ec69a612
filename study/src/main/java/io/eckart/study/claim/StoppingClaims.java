package io.eckart.study.claim;

import static io.eckart.study.judgement.PlannedClaim.levels;

import io.eckart.study.Border;
import io.eckart.study.Budget;
import io.eckart.study.CodeSize;
import io.eckart.study.CurveFigure;
import io.eckart.study.MeasuredOn;
import io.eckart.study.Measures;
import io.eckart.study.Parameterization;
import io.eckart.study.Series;
import io.eckart.study.Start;
import io.eckart.study.TrainingCorruption;
import io.eckart.study.analysis.Experiment;
import io.eckart.study.analysis.RunTable.Cell;
import io.eckart.study.analysis.SeedCurve;
import io.eckart.study.judgement.ClaimTest;
import io.eckart.study.judgement.PlannedClaim;
import io.eckart.study.trial.CurveExperiment;
import io.eckart.study.trial.CurveExperiments;
import java.util.List;
import java.util.function.ToDoubleBiFunction;

/**
 * Claims about stopping early. Outer: training is cut off. Inner: the descent on y is cut off after T steps, in a model that is trained
 * so, or in the use of a given B.
 */
record StoppingClaims(Experiment experiment, MeasuredOn rows) {
    /** A ratio of errors within which two count as the same. */
    private static final double NEARLY = 1.1;
    /** A ratio of errors that counts as smaller. */
    private static final double CLEARLY = 0.95;

    private PlannedClaim.Builder<Experiment> claim(String id, String section, String sentence) {
        return new PlannedClaim.Builder<>(id, section, sentence, rows);
    }

    /** One number of two curves of each seed: the judged one, and the one by which a place on it is chosen. */
    private static double[] chosen(
            Experiment experiment,
            CurveFigure figure,
            Series judged,
            Series chooser,
            ToDoubleBiFunction<SeedCurve, SeedCurve> value) {
        List<SeedCurve> first = experiment.curves(figure, judged);
        List<SeedCurve> second = experiment.curves(figure, chooser);
        double[] values = new double[Math.min(first.size(), second.size())];
        for (int i = 0; i < values.length; i++) {
            values[i] = value.applyAsDouble(first.get(i), second.get(i));
        }
        return values;
    }

    /** A descent on clean rows, stopped in time, withstands noise as well as one trained with it. */
    ClaimTest outer() {
        PlannedClaim.Builder<Experiment> claim = claim(
                        "outer-stopping",
                        "15.6",
                        "Outer early stopping of training on clean rows does for robustness what training with noise does.")
                .experiment(
                        "descents on clean rows, stopped where the error on the rows trained on with noise of half the root"
                                + " mean square cell is least; error on held-out rows with such noise")
                .ratio(
                        "error of the stopped model over that of the exact optimum for training with noise; the same: within 10 %")
                .control(
                        "hindsight: the stop is chosen on other rows than the error; the descent alone, without depth, may be"
                                + " the reason: P1 and P3 are settings");
        for (Start start : Start.values()) {
            for (CodeSize size : CurveExperiment.followedSizes()) {
                for (Parameterization form : CurveExperiment.followed()) {
                    Series clean = new Series(form, size, TrainingCorruption.NONE, start, "");
                    Series heldOut = clean.with(CurveExperiment.HELD_OUT);
                    Series trained = clean.with(CurveExperiment.TRAINED_ON);
                    claim.setting(
                            levels("start", start.label(), "code size", size.label(), "form", form.label()),
                            Border.below(NEARLY),
                            e -> chosen(
                                    e, CurveFigure.NOISY, heldOut, trained, (judged, by) -> judged.at(by.lowestAt())));
                    claim.note(
                            "steps of the stop, " + start.label() + " start, " + size.label() + ", " + form.label(),
                            e -> e.values(CurveFigure.NOISY, trained, SeedCurve::lowestAt));
                }
            }
        }
        return claim.from(setting -> experiment);
    }

    /** P4 trained with fewer inner steps is more robust than P4 trained with more. */
    ClaimTest innerTrained() {
        PlannedClaim.Builder<Experiment> claim = claim(
                        "inner-stopping-trained",
                        "15.4.3",
                        "Inner early stopping in training: P4 trained with fewer inner steps is more robust to noise than with more.")
                .experiment(
                        "the designed experiment, clean rows; T = 1 against 10 and 3 against 30, from the same start at the"
                                + " same outer time")
                .ratio("error on noisy input with fewer steps over that with more")
                .control(
                        "outer time, which would favour one depth: the rate makes weak directions grow alike at every depth");
        List<List<Parameterization>> pairs = List.of(
                List.of(Parameterization.UNROLLED_1, Parameterization.UNROLLED_10),
                List.of(Parameterization.UNROLLED_3, Parameterization.UNROLLED_30));
        for (Start start : Start.values()) {
            for (CodeSize size : List.of(CodeSize.BETWEEN, CodeSize.EQUAL, CodeSize.DOUBLE)) {
                for (Budget budget : Budget.values()) {
                    for (List<Parameterization> pair : pairs) {
                        Cell fewer = new Cell(pair.getFirst(), size, TrainingCorruption.NONE, start, budget);
                        String depths = pair.getFirst().label() + " against "
                                + pair.getLast().label();
                        claim.setting(
                                levels(
                                        "start",
                                        start.label(),
                                        "code size",
                                        size.label(),
                                        "outer time",
                                        budget.label(),
                                        "depths",
                                        depths),
                                Border.below(CLEARLY),
                                e -> e.runs().ratios(fewer, fewer.with(pair.getLast()), Measures::denoised));
                    }
                }
            }
        }
        return claim.from(setting -> experiment);
    }

    /** What the claims about a given B that is used with fewer steps compare. */
    private record Use(Series heldOut, Series trained) {
        static Use of(Series series, Budget budget) {
            return new Use(
                    series.with(CurveExperiment.used(budget, false)), series.with(CurveExperiment.used(budget, true)));
        }

        private int depth() {
            return heldOut.form().depth().orElseThrow();
        }

        /** The error with the number of steps, fewer than in training, that is best on the rows trained on. */
        double[] fewer(Experiment experiment) {
            return chosen(
                    experiment,
                    CurveFigure.USED,
                    heldOut,
                    trained,
                    (judged, by) -> judged.at(by.before(depth()).lowestAt()));
        }

        double[] asTrained(Experiment experiment) {
            return experiment.values(CurveFigure.USED, heldOut, curve -> curve.at(depth()));
        }

        /** The error of the whole map times the factor up to 1 that is best on the rows trained on. */
        double[] scaled(Experiment experiment) {
            return chosen(experiment, CurveFigure.SCALED, heldOut, trained, (judged, by) -> judged.at(by.lowestAt()));
        }
    }

    private static double[] ratios(double[] above, double[] below) {
        double[] ratios = above.clone();
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = i < below.length ? ratios[i] / below[i] : Double.NaN;
        }
        return ratios;
    }

    @FunctionalInterface
    private interface UseValue {
        double[] of(Use use, Experiment experiment);
    }

    private ClaimTest used(
            PlannedClaim.Builder<Experiment> claim, Border border, List<Budget> budgets, UseValue value) {
        for (Start start : Start.values()) {
            for (CodeSize size : CurveExperiment.followedSizes()) {
                for (Budget budget : budgets) {
                    for (Parameterization form : CurveExperiments.USED) {
                        Use use = Use.of(new Series(form, size, TrainingCorruption.NONE, start, ""), budget);
                        claim.setting(
                                levels(
                                        "start",
                                        start.label(),
                                        "code size",
                                        size.label(),
                                        "outer time",
                                        budget.label(),
                                        "trained with",
                                        form.label()),
                                border,
                                e -> value.of(use, e));
                    }
                }
            }
        }
        return claim.from(setting -> experiment);
    }

    private static final String USE =
            "B of P4 trained on clean rows with T = 3, 10 or 30, used with fewer steps of the same size;"
                    + " how many is chosen by the error on the rows trained on with noise of half the root mean square cell; error on"
                    + " held-out rows with such noise";

    /** A given B that is used with fewer steps than it was trained with is more robust. */
    ClaimTest innerUsed() {
        PlannedClaim.Builder<Experiment> claim = claim(
                        "inner-stopping-used",
                        "15.4.3",
                        "Inner early stopping in use: a given B used with fewer inner steps than it was trained with is more robust"
                                + " to noise.")
                .experiment(USE)
                .ratio("error on noisy input with fewer steps over that with as many as in training")
                .control(
                        "hindsight: the number of steps is chosen on other rows than the error; that any smaller map helps is"
                                + " excluded by another claim, inner-stopping-selective");
        return used(
                claim,
                Border.below(CLEARLY),
                List.of(Budget.values()),
                (use, e) -> ratios(use.fewer(e), use.asTrained(e)));
    }

    /** Fewer steps shrink weak directions more, which is better than to shrink all alike. */
    ClaimTest innerSelective() {
        PlannedClaim.Builder<Experiment> claim = claim(
                        "inner-stopping-selective",
                        "15.4.3",
                        "Fewer inner steps shrink badly conditioned directions more than others, which removes more noise than to"
                                + " shrink all alike.")
                .experiment(USE)
                .ratio(
                        "error on noisy input with fewer steps over that of the whole map times a constant, chosen likewise")
                .control("a smaller map removes noise in any direction: it is what the error is divided by");
        return used(
                claim,
                Border.below(CLEARLY),
                List.of(Budget.values()),
                (use, e) -> ratios(use.fewer(e), use.scaled(e)));
    }

    /** A given B that is used with fewer steps withstands noise as well as one trained with it. */
    ClaimTest innerSubstitute() {
        PlannedClaim.Builder<Experiment> claim = claim(
                        "inner-stopping-substitute",
                        "15.6",
                        "Inner early stopping in use does for robustness what training with noise does.")
                .experiment(USE)
                .ratio(
                        "error on noisy input with fewer steps over that of the exact optimum for training with noise; the same:"
                                + " within 10 %")
                .control("outer stopping would do it too: training is late");
        return used(claim, Border.below(NEARLY), List.of(Budget.LATE), Use::fewer);
    }
}
