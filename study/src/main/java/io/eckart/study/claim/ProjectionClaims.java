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
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Claims about how far BA is from a projection. */
record ProjectionClaims(Experiment experiment, MeasuredOn rows) {
    /** The distance from the inverse, over the root of its side, below which C counts as the inverse. */
    private static final double INVERSE = 0.1;
    /** The distance from the projection below which P4 counts as P2. */
    private static final double CLOSE = 0.01;
    /** The relative deviation from the predicted rate that is allowed. */
    private static final double RATE = 0.01;
    /** The relative deviation from the predicted energy that is allowed. */
    private static final double ENERGY = 0.1;
    /** Below this, distances are rounding. */
    private static final double ROUNDING = 1e-11;

    private static final double SLOW = 0.9;

    private PlannedClaim.Builder<Experiment> claim(String id, String section, String sentence) {
        return new PlannedClaim.Builder<>(id, section, sentence, rows);
    }

    /** C of P3 becomes the inverse of B'B. */
    ClaimTest inverse() {
        return inverse(
                "shared-inverse",
                "15.4.2",
                "With k below d, C of P3 approaches the inverse of B'B.",
                List.of(CodeSize.BELOW, CodeSize.INTRINSIC, CodeSize.BETWEEN));
    }

    /** C of P3 becomes the inverse of BB' for k at least d. */
    ClaimTest wideInverse() {
        return inverse(
                "wide-shared-inverse",
                "15.4.3",
                "With k at least d, C of P3 approaches the inverse of BB', so that BA becomes the identity.",
                List.of(CodeSize.EQUAL, CodeSize.DOUBLE));
    }

    private ClaimTest inverse(String id, String section, String sentence, List<CodeSize> sizes) {
        PlannedClaim.Builder<Experiment> claim = claim(id, section, sentence)
                .experiment("P3 on clean rows, at most " + CurveExperiment.SHORTER
                        + " steps of gradient descent from a small start")
                .measure("||C G - I|| over the root of its side at the end, G the smaller of B'B and BB'")
                .control("C and B may be inverse to each other from the start: looked at after ten steps");
        for (CodeSize size : sizes) {
            Series series = new Series(Parameterization.SHARED, size, TrainingCorruption.NONE, Start.SMALL, "");
            claim.setting(
                            levels("code size", size.label()),
                            Border.below(INVERSE),
                            e -> e.values(
                                    CurveFigure.INVERSE,
                                    series,
                                    curve -> curve.y().getLast()))
                    .control(
                            "after ten steps, " + size.label(),
                            levels("code size", size.label()),
                            Border.below(INVERSE),
                            e -> e.values(
                                    CurveFigure.INVERSE,
                                    series,
                                    curve -> curve.y().getFirst()));
        }
        return claim.from(setting -> experiment);
    }

    /** P4 of a fixed B approaches P2 with depth, at the rate of its slowest direction. */
    ClaimTest depthTendsToPinv() {
        return claim("unrolled-tends-to-pinv", "15.4.3", "P4 of a given B tends to P2 as its depth grows.")
                .experiment(
                        "B of a trained P4 (T = 10, d' < k < d, large start), eta = 1 / s_max^2, used with T = 1 to 10,000")
                .measure("log distance over T log(1 - eta s_min^2); the distance itself, the largest singular value of"
                        + " BA - projection, at the largest depth")
                .setting(
                        "at the rate (1 - eta s_min^2)^T",
                        levels(),
                        Border.within(1 - RATE, 1 + RATE),
                        e -> depth(e, measured -> rate(e, measured)))
                .setting(
                        "distance at the largest depth",
                        levels(),
                        Border.below(CLOSE),
                        e -> depth(e, curve -> curve.y().getLast()))
                .note("depth from which the distance is below 0.01", e -> depth(e, curve -> curve.staysBelow(CLOSE)))
                .from(setting -> experiment);
    }

    private static double[] depth(Experiment experiment, ToDoubleFunction<SeedCurve> value) {
        return experiment.values(
                CurveFigure.DEPTH, CurveExperiment.depthSeries().with(CurveExperiment.MEASURED), value);
    }

    /** The mean over depths where the distance is neither rounding nor still near 1. */
    private static double rate(Experiment experiment, SeedCurve measured) {
        SeedCurve predicted = experiment.curves().stream()
                .filter(curve -> curve.figure() == CurveFigure.DEPTH
                        && curve.seed() == measured.seed()
                        && !curve.series().equals(measured.series()))
                .findFirst()
                .orElse(measured);
        double sum = 0;
        int count = 0;
        for (int i = 0; i < measured.y().size(); i++) {
            double distance = measured.y().get(i);
            if (distance > ROUNDING && distance < SLOW) {
                sum += Math.log(distance) / Math.log(predicted.y().get(i));
                count++;
            }
        }
        return sum / count;
    }

    /** Of input noise with energy d s^2, about k s^2 is left after a bottleneck. */
    ClaimTest noiseEnergy() {
        PlannedClaim.Builder<Experiment> claim = claim(
                        "noise-energy-k", "15.5.1", "Input noise of energy d s^2 leaves a bottleneck with about k s^2.")
                .experiment("the runs on clean rows of the designed experiment, late")
                .measure("noise energy that leaves, ||BA||_F^2, over k; about: within 10 %");
        for (Parameterization form : List.of(
                Parameterization.FREE,
                Parameterization.PINV,
                Parameterization.SHARED,
                Parameterization.UNROLLED_1,
                Parameterization.UNROLLED_10)) {
            for (CodeSize size : List.of(CodeSize.BELOW, CodeSize.BETWEEN)) {
                int k = experiment.design().codeSize(size);
                for (Start start : form.starts()) {
                    Cell cell = new Cell(form, size, TrainingCorruption.NONE, start, Budget.LATE);
                    claim.setting(
                            levels("form", form.label(), "code size", size.label(), "start", start.label()),
                            Border.within(1 - ENERGY, 1 + ENERGY),
                            e -> e.runs().values(cell, m -> m.noiseGain() / k));
                }
            }
        }
        Cell pinv =
                new Cell(Parameterization.PINV, CodeSize.INTRINSIC, TrainingCorruption.NONE, Start.LARGE, Budget.LATE);
        return claim.note("noise energy of P2 at k = d'", e -> e.runs().values(pinv, Measures::noiseGain))
                .from(setting -> experiment);
    }
}
