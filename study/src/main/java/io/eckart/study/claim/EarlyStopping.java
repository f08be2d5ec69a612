package io.eckart.study.claim;

import io.eckart.study.Budget;
import io.eckart.study.Claim;
import io.eckart.study.ClaimTest;
import io.eckart.study.CodeSize;
import io.eckart.study.CurveFigure;
import io.eckart.study.Evidence;
import io.eckart.study.MeasuredNumber;
import io.eckart.study.Parameterization;
import io.eckart.study.RunTable.Cell;
import io.eckart.study.SeedCurve;
import io.eckart.study.StudyDesign;
import io.eckart.study.StudySetting;
import io.eckart.study.TrainingCorruption;
import io.eckart.study.result.Experiment;
import io.eckart.study.trial.CurveExperiment;

/** Stopped in time, a wide autoencoder that has seen no noise withstands noise about as well as one trained with it. */
record EarlyStopping(Experiment experiment) implements ClaimTest {
    private static final double NEARLY = Math.log10(1.1);

    @Override
    public String id() {
        return "early-stopping";
    }

    @Override
    public Claim test(StudySetting setting) {
        Evidence evidence = new Evidence();
        for (Parameterization form : CurveExperiment.followed()) {
            String series = CurveExperiment.series(form, StudyDesign.NOISE);
            Cell trained = new Cell(form, CodeSize.DOUBLE, TrainingCorruption.GAUSSIAN, Budget.LATE);
            double[] stopped = experiment.values(CurveFigure.TEST_NOISE, series, curve -> Math.log10(curve.lowest()));
            double[] denoising = experiment.runs().values(trained, m -> Math.log10(m.denoised()));
            evidence.below(
                    form.label(),
                    MeasuredNumber.difference(
                            "log10 of the error stopped in time over that of training with noise, " + form.label(),
                            stopped,
                            denoising),
                    NEARLY);
            evidence.note(experiment.curve(
                    "least error on noisy input over the whole descent, " + form.label(),
                    CurveFigure.TEST_NOISE,
                    series,
                    SeedCurve::lowest));
        }
        return evidence.claim(
                id(),
                "15.6",
                "Early stopping does for robustness what training with noise does.",
                "k = 2 d; the least error on noisy input along a descent on clean rows, chosen by that error itself, beside"
                        + " the late error of the same form trained with noise; the same: within 10 %");
    }
}
