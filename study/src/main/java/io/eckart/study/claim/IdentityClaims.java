package io.eckart.study.claim;

import io.eckart.study.Budget;
import io.eckart.study.CodeSize;
import io.eckart.study.CurveFigure;
import io.eckart.study.Experiment;
import io.eckart.study.MeasuredNumber;
import io.eckart.study.Measures;
import io.eckart.study.Parameterization;
import io.eckart.study.RunTable.Cell;
import io.eckart.study.SeedCurve;
import io.eckart.study.StudyDesign;
import io.eckart.study.TrainingCorruption;
import io.eckart.study.trial.CurveExperiment;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Claims about the identity map, which is what an autoencoder with k of at least d can learn. */
record IdentityClaims(Experiment experiment) {
    /** The identity distance below which a map counts as the identity. */
    private static final double IDENTITY = 0.1;
    /** The identity distance above which a map is far from it. */
    private static final double FAR = 0.3;
    /** Rounding of float32 in the runs on batches. */
    private static final double ROUNDING = 1e-4;

    /** With k at least d, P2 is the identity whatever it is trained on. */
    ClaimTest pinv() {
        return new SimpleClaim(
                "wide-pinv-identity",
                "15.4.1",
                "With k at least d, P2 is the identity.",
                "the runs of P2 in the designed experiment, late",
                this::measurePinv);
    }

    private void measurePinv(Evidence evidence) {
        for (CodeSize size : List.of(CodeSize.EQUAL, CodeSize.DOUBLE)) {
            for (TrainingCorruption corruption : TrainingCorruption.values()) {
                String where = size.label() + " trained with " + corruption.label();
                Cell cell = new Cell(Parameterization.PINV, size, corruption, Budget.LATE);
                evidence.below(where, distance(where, cell), ROUNDING);
            }
        }
    }

    private MeasuredNumber distance(String where, Cell cell) {
        return experiment.runs().number("identity distance, " + where, cell, Measures::identityDistance);
    }

    /** With k at least d, P1 and P3 can become the identity. */
    ClaimTest direct() {
        return new SimpleClaim(
                "wide-free-shared-identity",
                "15.4",
                "With k at least d, P1 and P3 can be the identity.",
                "k = 2 d, clean rows, gradient descent from a random start; the identity: a distance below " + IDENTITY,
                this::measureDirect);
    }

    private void measureDirect(Evidence evidence) {
        String name = "identity distance after " + experiment.design().longSteps() + " steps, ";
        for (Parameterization form : List.of(Parameterization.FREE, Parameterization.SHARED)) {
            MeasuredNumber last =
                    curve(name + form.label(), form, curve -> curve.y().getLast());
            evidence.below(form.label(), last, IDENTITY).note(reached(form));
        }
    }

    private MeasuredNumber reached(Parameterization form) {
        String name = "steps from which the distance is below 0.1, " + form.label();
        return curve(name, form, curve -> curve.staysBelow(IDENTITY));
    }

    private MeasuredNumber curve(String name, Parameterization form, ToDoubleFunction<SeedCurve> value) {
        String series = CurveExperiment.series(form, TrainingCorruption.NONE);
        return experiment.curve(name, CurveFigure.IDENTITY, series, value);
    }

    /** With k at least d, P4 will likely not be the identity: up to which budget? */
    ClaimTest unrolled() {
        return new SimpleClaim(
                "wide-unrolled-not-identity",
                "15.4.3",
                "With k at least d, P4 will likely not be the identity.",
                "k = 2 d, clean rows, gradient descent from a random start; the identity: a distance below " + IDENTITY
                        + "; beside it the budget at which the error on input with noise is least",
                this::measureUnrolled);
    }

    private void measureUnrolled(Evidence evidence) {
        StudyDesign design = experiment.design();
        for (Parameterization form : Parameterization.unrolled()) {
            for (int steps : List.of(design.steps(Budget.EARLY), design.steps(Budget.LATE), design.longSteps())) {
                String where = form.label() + " after " + steps + " steps";
                evidence.above(where, curve("identity distance, " + where, form, curve -> curve.at(steps)), IDENTITY);
            }
            evidence.note(reached(form));
            for (double level : StudyDesign.TEST_NOISE) {
                String name = "steps of the least error at input noise " + level + ", " + form.label();
                String series = CurveExperiment.series(form, level);
                evidence.note(experiment.curve(name, CurveFigure.TEST_NOISE, series, SeedCurve::lowestAt));
            }
        }
    }

    /** With noise in training, the identity stops being the best map with k at least d. */
    ClaimTest denoising() {
        return new SimpleClaim(
                "denoising-ends-identity",
                "15.5.1",
                "With noise in training, the identity stops being optimal, also for k at least d.",
                "k = 2 d, trained with noise of half the root mean square cell, late; input noise likewise",
                this::measureDenoising);
    }

    private void measureDenoising(Evidence evidence) {
        List<Parameterization> forms = new ArrayList<>(Parameterization.direct());
        forms.addAll(Parameterization.depths());
        forms.add(Parameterization.NETWORK);
        double identity = Math.pow(experiment.design().noise(StudyDesign.NOISE), 2);
        for (Parameterization form : forms) {
            Cell cell = new Cell(form, CodeSize.DOUBLE, TrainingCorruption.GAUSSIAN, Budget.LATE);
            String name = "error on noisy input over that of the identity, " + form.label();
            MeasuredNumber error = experiment.runs().number(name, cell, m -> m.denoised() / identity);
            evidence.above(form.label() + " stays away from the identity", distance(form.label(), cell), FAR)
                    .below(form.label() + " beats the identity on noisy input", error, 1);
        }
    }
}
