package io.eckart.study.claim;

import io.eckart.study.Claim;
import io.eckart.study.ClaimTest;
import io.eckart.study.CurveFigure;
import io.eckart.study.Evidence;
import io.eckart.study.Parameterization;
import io.eckart.study.StudySetting;
import io.eckart.study.TrainingCorruption;
import io.eckart.study.result.Experiment;
import io.eckart.study.trial.CurveExperiment;
import java.util.List;

/** With k at least d, P1 and P3 can become the identity. */
record DirectWideIdentity(Experiment experiment) implements ClaimTest {
    /** The identity distance below which a map counts as the identity. */
    static final double IDENTITY = 0.1;

    @Override
    public String id() {
        return "wide-free-shared-identity";
    }

    @Override
    public Claim test(StudySetting setting) {
        int most = experiment.design().longSteps();
        Evidence evidence = new Evidence();
        for (Parameterization form : List.of(Parameterization.FREE, Parameterization.SHARED)) {
            String series = CurveExperiment.series(form, TrainingCorruption.NONE);
            evidence.below(
                    form.label(),
                    experiment.curve(
                            "identity distance after " + most + " steps, " + form.label(),
                            CurveFigure.IDENTITY,
                            series,
                            curve -> curve.y().getLast()),
                    IDENTITY);
            evidence.note(experiment.curve(
                    "steps from which the distance is below 0.1, " + form.label(),
                    CurveFigure.IDENTITY,
                    series,
                    curve -> curve.staysBelow(IDENTITY)));
        }
        return evidence.claim(
                id(),
                "15.4",
                "With k at least d, P1 and P3 can be the identity.",
                "k = 2 d, clean rows, gradient descent from a random start; the identity: a distance below "
                        + IDENTITY);
    }
}
