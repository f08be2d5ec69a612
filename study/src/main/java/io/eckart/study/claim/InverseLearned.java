package io.eckart.study.claim;

import io.eckart.study.Claim;
import io.eckart.study.ClaimTest;
import io.eckart.study.CodeSize;
import io.eckart.study.CurveFigure;
import io.eckart.study.Evidence;
import io.eckart.study.StudySetting;
import io.eckart.study.result.Experiment;
import io.eckart.study.trial.CurveExperiment;
import java.util.List;

/** C of P3 becomes the inverse of B'B. */
record InverseLearned(Experiment experiment) implements ClaimTest {
    private static final double CLOSE = 0.1;

    @Override
    public String id() {
        return "shared-inverse";
    }

    @Override
    public Claim test(StudySetting setting) {
        Evidence evidence = new Evidence();
        for (CodeSize size : List.of(CodeSize.BELOW, CodeSize.INTRINSIC, CodeSize.BETWEEN)) {
            String series = size.label();
            evidence.note(experiment.curve(
                    "||C B'B - I|| / sqrt(k) early, " + series,
                    CurveFigure.INVERSE,
                    series,
                    curve -> curve.y().getFirst()));
            evidence.below(
                    series,
                    experiment.curve(
                            "||C B'B - I|| / sqrt(k) at the end, " + series,
                            CurveFigure.INVERSE,
                            series,
                            curve -> curve.y().getLast()),
                    CLOSE);
        }
        return evidence.claim(
                id(),
                "15.4.2",
                "C approaches the inverse of B'B.",
                "P3 on clean rows, " + CurveExperiment.SHORTER + " steps of gradient descent; close means below "
                        + CLOSE);
    }
}
