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
import io.eckart.study.StudyDesign;
import io.eckart.study.TrainingCorruption;
import io.eckart.study.analysis.Experiment;
import io.eckart.study.analysis.RunTable.Cell;
import io.eckart.study.analysis.SeedCurve;
import io.eckart.study.judgement.ClaimTest;
import io.eckart.study.judgement.PlannedClaim;
import io.eckart.study.trial.CurveExperiment;
import java.util.ArrayList;
import java.util.List;

/** Claims about the identity map, which is what an autoencoder with k of at least d can learn. */
record IdentityClaims(Experiment experiment, MeasuredOn rows) {
    /** The identity distance below which a map counts as the identity. */
    private static final double IDENTITY = 0.1;
    /** Rounding of float32 in the runs on batches. */
    private static final double ROUNDING = 1e-4;
    /** A ratio of errors that counts as smaller. */
    private static final double CLEARLY = 0.95;

    private PlannedClaim.Builder<Experiment> claim(String id, String section, String sentence) {
        return new PlannedClaim.Builder<>(id, section, sentence, rows);
    }

    private static double[] distance(Experiment experiment, Cell cell) {
        return experiment.runs().values(cell, Measures::identityDistance);
    }

    /** With k below d, no linear form is the identity. */
    ClaimTest narrow() {
        PlannedClaim.Builder<Experiment> claim = claim(
                        "narrow-not-identity", "15.4.3", "With k below d, none of P1 to P4 becomes the identity.")
                .experiment("the runs on clean rows of the designed experiment, late, from a large start")
                .measure("identity distance ||BA - I|| / sqrt(d)")
                .control("none: a map of rank k is at least sqrt(1 - k/d) away, however it is trained");
        for (Parameterization form : List.of(
                Parameterization.FREE, Parameterization.PINV, Parameterization.SHARED, Parameterization.UNROLLED_10)) {
            for (CodeSize size : List.of(CodeSize.BELOW, CodeSize.BETWEEN)) {
                Cell cell = new Cell(form, size, TrainingCorruption.NONE, Start.LARGE, Budget.LATE);
                claim.setting(
                        levels("form", form.label(), "code size", size.label()),
                        Border.above(IDENTITY),
                        e -> distance(e, cell));
            }
        }
        return claim.from(setting -> experiment);
    }

    /** With k at least d, P2 is the identity whatever it is trained on. */
    ClaimTest pinv() {
        PlannedClaim.Builder<Experiment> claim = claim(
                        "wide-pinv-identity",
                        "15.4.3",
                        "With k at least d, P2 is the identity, whatever it is trained on.")
                .experiment("the runs of P2 in the designed experiment, late")
                .measure("identity distance ||BA - I|| / sqrt(d)")
                .control("training itself may lead there: P2 with d' < k < d must not be the identity");
        for (CodeSize size : List.of(CodeSize.EQUAL, CodeSize.DOUBLE)) {
            for (TrainingCorruption corruption : TrainingCorruption.values()) {
                Cell cell = new Cell(Parameterization.PINV, size, corruption, Start.LARGE, Budget.LATE);
                claim.setting(
                        levels("code size", size.label(), "training", corruption.label()),
                        Border.below(ROUNDING),
                        e -> distance(e, cell));
            }
        }
        Cell narrow =
                new Cell(Parameterization.PINV, CodeSize.BETWEEN, TrainingCorruption.NONE, Start.LARGE, Budget.LATE);
        return claim.control("d' < k < d", levels(), Border.below(ROUNDING), e -> distance(e, narrow))
                .from(setting -> experiment);
    }

    private static double[] curve(
            Experiment experiment, Parameterization form, TrainingCorruption corruption, Start start, int steps) {
        Series series = new Series(form, CodeSize.DOUBLE, corruption, start, "");
        return experiment.values(CurveFigure.IDENTITY, series, curve -> curve.at(steps));
    }

    /** With k at least d, P1 and P3 can become the identity. */
    ClaimTest direct() {
        int steps = experiment.design().longSteps();
        PlannedClaim.Builder<Experiment> claim = claim(
                        "wide-free-shared-identity", "15.4.3", "With k at least d, P1 and P3 can become the identity.")
                .experiment("k = 2 d, clean rows, " + steps + " steps of gradient descent")
                .measure("identity distance ||BA - I|| / sqrt(d) at the end")
                .control("long training may lead there whatever is trained on: with noise it must not");
        for (Parameterization form : List.of(Parameterization.FREE, Parameterization.SHARED)) {
            for (Start start : Start.values()) {
                Series series = new Series(form, CodeSize.DOUBLE, TrainingCorruption.NONE, start, "");
                String where = form.label() + ", " + start.label() + " start";
                claim.setting(
                                levels("form", form.label(), "start", start.label()),
                                Border.below(IDENTITY),
                                e -> curve(e, form, TrainingCorruption.NONE, start, steps))
                        .control(
                                "trained with noise, " + where,
                                levels("form", form.label(), "start", start.label()),
                                Border.below(IDENTITY),
                                e -> curve(e, form, TrainingCorruption.GAUSSIAN, start, steps))
                        .note(
                                "steps from which the distance is below 0.1, " + where,
                                e -> e.values(CurveFigure.IDENTITY, series, c -> c.staysBelow(IDENTITY)));
            }
        }
        return claim.from(setting -> experiment);
    }

    /** With k at least d, P4 will likely not be the identity: at which depth, from which start, until when? */
    ClaimTest unrolled() {
        StudyDesign design = experiment.design();
        PlannedClaim.Builder<Experiment> claim = claim(
                        "wide-unrolled-not-identity",
                        "15.4.3",
                        "With k at least d, P4 does not become the identity, because its inner descent stops early.")
                .experiment(
                        "k = 2 d, clean rows, gradient descent with a rate that makes outer time alike at every depth")
                .measure("identity distance ||BA - I|| / sqrt(d) at an outer time")
                .control(
                        "training may have been short: P1 from the same start at the same outer time must have become it");
        for (int steps : List.of(design.steps(Budget.LATE), design.longSteps())) {
            String time = steps + " steps";
            for (Start start : Start.values()) {
                for (Parameterization form : Parameterization.unrolled()) {
                    claim.setting(
                            levels("depth", form.label(), "start", start.label(), "outer time", time),
                            Border.above(IDENTITY),
                            e -> curve(e, form, TrainingCorruption.NONE, start, steps));
                }
                claim.control(
                        "P1, start " + start.label() + ", outer time " + time,
                        levels("start", start.label(), "outer time", time),
                        Border.above(IDENTITY),
                        e -> curve(e, Parameterization.FREE, TrainingCorruption.NONE, start, steps));
            }
        }
        for (Parameterization form : CurveExperiment.followed()) {
            for (Start start : Start.values()) {
                Series series = new Series(form, CodeSize.DOUBLE, TrainingCorruption.NONE, start, "");
                claim.note(
                        "steps from which the distance is below 0.1, " + form.label() + ", " + start.label() + " start",
                        e -> e.values(CurveFigure.IDENTITY, series, (SeedCurve c) -> c.staysBelow(IDENTITY)));
            }
        }
        return claim.from(setting -> experiment);
    }

    /** With noise in training, descent leads away from the identity, to less error on noisy input. */
    ClaimTest denoising() {
        List<Parameterization> forms = new ArrayList<>(List.of(Parameterization.FREE, Parameterization.SHARED));
        forms.addAll(Parameterization.unrolled());
        forms.add(Parameterization.NETWORK);
        PlannedClaim.Builder<Experiment> claim = claim(
                        "denoising-ends-identity",
                        "15.5.1",
                        "With k at least d, noise in training keeps a model from the identity, and it removes noise.")
                .experiment(
                        "the designed experiment, late; noise of half the root mean square cell in training and in the input")
                .ratio("error on noisy input, trained with noise over trained on clean rows")
                .control(
                        "a model that is not trained to its end is not the identity either: the same form, size, start and"
                                + " outer time on clean rows is what the error is divided by");
        for (Parameterization form : forms) {
            for (CodeSize size : List.of(CodeSize.EQUAL, CodeSize.DOUBLE)) {
                for (Start start : form.starts()) {
                    Cell cell = new Cell(form, size, TrainingCorruption.GAUSSIAN, start, Budget.LATE);
                    claim.setting(
                            levels("form", form.label(), "code size", size.label(), "start", start.label()),
                            Border.below(CLEARLY),
                            e -> e.runs().ratios(cell, cell.with(TrainingCorruption.NONE), Measures::denoised));
                }
            }
        }
        return claim.from(setting -> experiment);
    }
}
