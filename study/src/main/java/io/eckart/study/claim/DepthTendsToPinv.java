package io.eckart.study.claim;

import io.eckart.study.Claim;
import io.eckart.study.ClaimTest;
import io.eckart.study.CurveFigure;
import io.eckart.study.Evidence;
import io.eckart.study.SeedCurve;
import io.eckart.study.StudySetting;
import io.eckart.study.result.Experiment;

/** P4 of a fixed B approaches P2 with depth, at the rate of its slowest direction. */
record DepthTendsToPinv(Experiment experiment) implements ClaimTest {
    private static final double CLOSE = 0.01;
    private static final double TOLERANCE = 0.01;
    /** Below this, distances are rounding. */
    private static final double ROUNDING = 1e-11;

    private static final double SLOW = 0.9;

    @Override
    public String id() {
        return "unrolled-tends-to-pinv";
    }

    @Override
    public Claim test(StudySetting setting) {
        return new Evidence()
                .within(
                        "at the rate (1 - eta s_min^2)^T",
                        experiment.curve(
                                "log distance over T log(1 - eta s_min^2)", CurveFigure.DEPTH, "measured", this::rate),
                        1 - TOLERANCE,
                        1 + TOLERANCE)
                .below(
                        "within 0.01 at the largest depth",
                        experiment.curve(
                                "distance at the largest depth",
                                CurveFigure.DEPTH,
                                "measured",
                                curve -> curve.y().getLast()),
                        CLOSE)
                .note(experiment.curve(
                        "depth from which the distance is below 0.01",
                        CurveFigure.DEPTH,
                        "measured",
                        curve -> curve.staysBelow(CLOSE)))
                .note(experiment.curve(
                        "distance at T = 10",
                        CurveFigure.DEPTH,
                        "measured",
                        curve -> curve.y().get(curve.x().indexOf(10.0))))
                .claim(
                        id(),
                        "15.4.3",
                        "P4 tends to P2 as its depth grows.",
                        "B of a trained P4 (T = 10, d' < k < d), eta = 1 / s_max^2; distance: the largest singular"
                                + " value of BA - projection");
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
}
