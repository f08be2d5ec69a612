package io.eckart.study.claim;

import io.eckart.study.Budget;
import io.eckart.study.Claim;
import io.eckart.study.ClaimTest;
import io.eckart.study.CurveFigure;
import io.eckart.study.Evidence;
import io.eckart.study.Parameterization;
import io.eckart.study.SeedCurve;
import io.eckart.study.StudyDesign;
import io.eckart.study.StudySetting;
import io.eckart.study.TrainingCorruption;
import io.eckart.study.result.Experiment;
import io.eckart.study.trial.CurveExperiment;
import java.util.List;

/** With k at least d, P4 will likely not be the identity: until which budget? */
record UnrolledWideIdentity(Experiment experiment) implements ClaimTest {

    @Override
    public String id() {
        return "wide-unrolled-not-identity";
    }

    @Override
    public Claim test(StudySetting setting) {
        Evidence evidence = new Evidence();
        double most = experiment.design().longSteps();
        List<Double> budgets = List.of(
                (double) experiment.design().steps(Budget.EARLY),
                (double) experiment.design().steps(Budget.LATE),
                most);
        for (Parameterization form : Parameterization.unrolled()) {
            String series = CurveExperiment.series(form, TrainingCorruption.NONE);
            for (double budget : budgets) {
                String where = form.label() + " after " + Evidence.text(budget) + " steps";
                evidence.above(
                        where,
                        experiment.curve(
                                "identity distance, " + where, CurveFigure.IDENTITY, series, curve -> curve.at(budget)),
                        DirectWideIdentity.IDENTITY);
            }
            evidence.note(experiment.curve(
                    "steps from which the distance is below 0.1, " + form.label(),
                    CurveFigure.IDENTITY,
                    series,
                    curve -> curve.staysBelow(DirectWideIdentity.IDENTITY)));
            noteNoise(evidence, form);
        }
        return evidence.claim(
                id(),
                "15.4.3",
                "With k at least d, P4 will likely not be the identity.",
                "k = 2 d, clean rows, gradient descent from a random start; the identity: a distance below "
                        + DirectWideIdentity.IDENTITY
                        + "; beside it the budget at which the error on input with noise is least");
    }

    private void noteNoise(Evidence evidence, Parameterization form) {
        for (double level : StudyDesign.TEST_NOISE) {
            evidence.note(experiment.curve(
                    "steps of the least error at input noise " + level + ", " + form.label(),
                    CurveFigure.TEST_NOISE,
                    CurveExperiment.series(form, level),
                    SeedCurve::lowestAt));
        }
    }
}
