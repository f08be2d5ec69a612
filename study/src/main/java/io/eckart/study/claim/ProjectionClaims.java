package io.eckart.study.claim;

import io.eckart.study.Budget;
import io.eckart.study.CodeSize;
import io.eckart.study.CurveFigure;
import io.eckart.study.Experiment;
import io.eckart.study.MeasuredNumber;
import io.eckart.study.Parameterization;
import io.eckart.study.RunTable.Cell;
import io.eckart.study.SeedCurve;
import io.eckart.study.TrainingCorruption;
import io.eckart.study.trial.CurveExperiment;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Claims about how far BA is from a projection where k is below d. */
record ProjectionClaims(Experiment experiment) {
    /** The distance from the inverse of B'B, over sqrt(k), below which C counts as the inverse. */
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
    private static final List<CodeSize> NARROW = List.of(CodeSize.BELOW, CodeSize.INTRINSIC, CodeSize.BETWEEN);

    /** C of P3 becomes the inverse of B'B. */
    ClaimTest inverseLearned() {
        return new SimpleClaim(
                "shared-inverse",
                "15.4.2",
                "C approaches the inverse of B'B.",
                "P3 on clean rows, " + CurveExperiment.SHORTER + " steps of gradient descent; close means below "
                        + INVERSE,
                this::measureInverse);
    }

    private void measureInverse(Evidence evidence) {
        for (CodeSize size : NARROW) {
            String series = size.label();
            MeasuredNumber end =
                    inverse("at the end", series, curve -> curve.y().getLast());
            evidence.note(inverse("early", series, curve -> curve.y().getFirst()))
                    .below(series, end, INVERSE);
        }
    }

    private MeasuredNumber inverse(String when, String series, ToDoubleFunction<SeedCurve> value) {
        return experiment.curve("||C B'B - I|| / sqrt(k) " + when + ", " + series, CurveFigure.INVERSE, series, value);
    }

    /** P4 of a fixed B approaches P2 with depth, at the rate of its slowest direction. */
    ClaimTest depthTendsToPinv() {
        return new SimpleClaim(
                "unrolled-tends-to-pinv",
                "15.4.3",
                "P4 tends to P2 as its depth grows.",
                "B of a trained P4 (T = 10, d' < k < d), eta = 1 / s_max^2; distance: the largest singular"
                        + " value of BA - projection",
                this::measureDepth);
    }

    private void measureDepth(Evidence evidence) {
        MeasuredNumber rate = depth("log distance over T log(1 - eta s_min^2)", this::rate);
        MeasuredNumber last =
                depth("distance at the largest depth", curve -> curve.y().getLast());
        evidence.within("at the rate (1 - eta s_min^2)^T", rate, 1 - RATE, 1 + RATE)
                .below("within 0.01 at the largest depth", last, CLOSE)
                .note(depth("depth from which the distance is below 0.01", curve -> curve.staysBelow(CLOSE)))
                .note(depth(
                        "distance at T = 10", curve -> curve.y().get(curve.x().indexOf(10.0))));
    }

    private MeasuredNumber depth(String name, ToDoubleFunction<SeedCurve> value) {
        return experiment.curve(name, CurveFigure.DEPTH, "measured", value);
    }

    /** The mean over depths where the distance is neither rounding nor still near 1. */
    private double rate(SeedCurve measured) {
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
        return new SimpleClaim(
                "noise-energy-k",
                "15.4.1",
                "Input noise of energy d s^2 leaves a bottleneck with about k s^2.",
                "noise gain ||BA||_F^2 of the runs on clean rows, late; about: within 10 %",
                this::measureNoiseEnergy);
    }

    private void measureNoiseEnergy(Evidence evidence) {
        List<Parameterization> forms = new ArrayList<>(Parameterization.direct());
        forms.addAll(Parameterization.depths());
        for (Parameterization form : forms) {
            for (CodeSize size : NARROW) {
                int k = experiment.design().codeSize(size);
                String where = form.label() + " with " + size.label();
                Cell cell = new Cell(form, size, TrainingCorruption.NONE, Budget.LATE);
                MeasuredNumber energy =
                        experiment.runs().number("noise energy out / (k s^2), " + where, cell, m -> m.noiseGain() / k);
                evidence.within(where, energy, 1 - ENERGY, 1 + ENERGY);
            }
        }
    }
}
