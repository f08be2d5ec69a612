package io.eckart.study.claim;

import io.eckart.study.Budget;
import io.eckart.study.CodeSize;
import io.eckart.study.CurveFigure;
import io.eckart.study.Effects;
import io.eckart.study.Experiment;
import io.eckart.study.MeasuredNumber;
import io.eckart.study.Measures;
import io.eckart.study.Parameterization;
import io.eckart.study.RunTable.Cell;
import io.eckart.study.SeedCurve;
import io.eckart.study.StudyDesign;
import io.eckart.study.TrainingCorruption;
import io.eckart.study.VarianceShare;
import io.eckart.study.trial.CurveExperiment;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Claims about errors on input with noise or with hidden cells. */
record RobustnessClaims(Experiment experiment) {
    /** log10 of the ratio of errors within which early stopping does the same as noise in training. */
    private static final double NEARLY = Math.log10(1.1);
    /** log10 of the ratio of errors from which one is clearly larger. */
    private static final double CLEARLY = Math.log10(1.05);
    /** The share of the variance of the error above which a source has a part in it. */
    private static final double PART = 0.01;

    /** P4 is more robust to noise in its input than P1 to P3 if none of them has seen noise in training. */
    ClaimTest unrolledRobust() {
        return new SimpleClaim(
                "unrolled-robust",
                "15.4.3",
                "P4 ignores badly conditioned directions, and so is more robust to noise than P1 to P3 without"
                        + " augmentation.",
                Parameterization.UNROLLED_10.label()
                        + " against each of P1 to P3 of the same code size and budget, trained on clean rows;"
                        + " input noise of half the root mean square cell",
                this::measureUnrolled);
    }

    private void measureUnrolled(Evidence evidence) {
        for (CodeSize size : CodeSize.crossed()) {
            for (Budget budget : Budget.values()) {
                for (Parameterization form : Parameterization.direct()) {
                    String where = size.label() + " " + budget.label() + " against " + form.label();
                    String name = "log10 ratio of errors on noisy input, " + where;
                    Cell unrolled = clean(Parameterization.UNROLLED_10, size, budget);
                    MeasuredNumber ratio =
                            experiment.runs().logRatio(name, unrolled, clean(form, size, budget), Measures::denoised);
                    evidence.below(where, ratio, 0);
                }
            }
        }
        for (Parameterization form :
                List.of(Parameterization.UNROLLED_10, Parameterization.FREE, Parameterization.SHARED)) {
            evidence.note(singularValue("largest", form, List::getFirst))
                    .note(singularValue("smallest", form, List::getLast));
        }
    }

    private static Cell clean(Parameterization form, CodeSize size, Budget budget) {
        return new Cell(form, size, TrainingCorruption.NONE, budget);
    }

    private MeasuredNumber singularValue(String which, Parameterization form, Function<List<Double>, Double> value) {
        String name = which + " singular value of B, d' < k < d late, " + form.label();
        Cell cell = clean(form, CodeSize.BETWEEN, Budget.LATE);
        return experiment
                .runs()
                .number(name, cell, m -> m.spectrum().isEmpty() ? Double.NaN : value.apply(m.spectrum()));
    }

    /** Which part of the robustness to noise is due to bottleneck, depth, augmentation and early stopping. */
    ClaimTest parts() {
        return new SimpleClaim(
                "robustness-parts",
                "15.6",
                "Bottleneck, depth, augmentation and early stopping each have a part in the robustness of P4 to noise.",
                "shares of the variance of log10 of the error that input noise adds, over the runs of P4 with k above d',"
                        + " main effects and interactions of two; a part: more than 1 %",
                this::measureParts);
    }

    private void measureParts(Evidence evidence) {
        for (VarianceShare share : experiment.effects().added(Effects.ROOMY)) {
            if (List.of("code size", "depth", "corruption", "budget").contains(share.source())) {
                evidence.above(share.source(), share.share(), PART);
            } else {
                evidence.note(share.share());
            }
        }
        experiment.effects().contrasts().forEach(contrast -> evidence.note(contrast.difference()));
    }

    /** A wide autoencoder that was stopped in time withstands noise about as well as one trained with it. */
    ClaimTest earlyStopping() {
        return new SimpleClaim(
                "early-stopping",
                "15.6",
                "Early stopping does for robustness what training with noise does.",
                "k = 2 d; the least error on noisy input along a descent on clean rows, chosen by that error itself, beside"
                        + " the late error of the same form trained with noise; the same: within 10 %",
                this::measureEarlyStopping);
    }

    private void measureEarlyStopping(Evidence evidence) {
        for (Parameterization form : CurveExperiment.followed()) {
            String series = CurveExperiment.series(form, StudyDesign.NOISE);
            Cell trained = new Cell(form, CodeSize.DOUBLE, TrainingCorruption.GAUSSIAN, Budget.LATE);
            MeasuredNumber ratio = MeasuredNumber.difference(
                    "log10 of the error stopped in time over that of training with noise, " + form.label(),
                    experiment.values(CurveFigure.TEST_NOISE, series, curve -> Math.log10(curve.lowest())),
                    experiment.runs().values(trained, m -> Math.log10(m.denoised())));
            String name = "least error on noisy input over the whole descent, " + form.label();
            evidence.below(form.label(), ratio, NEARLY)
                    .note(experiment.curve(name, CurveFigure.TEST_NOISE, series, SeedCurve::lowest));
        }
    }

    /** Training and filling with hidden cells told apart is better than with zeros in their place. */
    ClaimTest zerosAreNotMasks() {
        return new SimpleClaim(
                "zeros-are-not-masks",
                "15.5.2",
                "Zeros are not masks: a hidden cell must be told apart from one that is zero.",
                "a fifth of the cells hidden in training and in the held-out rows, late; clearly: 5 %",
                this::measureZeros);
    }

    private void measureZeros(Evidence evidence) {
        List<Parameterization> forms = new ArrayList<>(Parameterization.depths());
        forms.addFirst(Parameterization.FREE);
        forms.addAll(List.of(Parameterization.UNTIED, Parameterization.NETWORK));
        for (Parameterization form : forms) {
            for (CodeSize size : List.of(CodeSize.BELOW, CodeSize.BETWEEN, CodeSize.DOUBLE)) {
                String where = form.label() + " with " + size.label();
                Cell zeros = new Cell(form, size, TrainingCorruption.ZEROS, Budget.LATE);
                MeasuredNumber ratio = holes("with zeros over that with masks", where, zeros, masks(form, size));
                evidence.above(where, ratio, CLEARLY);
            }
        }
    }

    private static Cell masks(Parameterization form, CodeSize size) {
        return new Cell(form, size, TrainingCorruption.MASKS, Budget.LATE);
    }

    private MeasuredNumber holes(String compared, String where, Cell above, Cell below) {
        String name = "log10 of the error in holes " + compared + ", " + where;
        return experiment.runs().logRatio(name, above, below, Measures::holes);
    }

    /** An unrolled encoder fills holes better than a plain one that reads an indicator. */
    ClaimTest unrolledSuitsMasks() {
        return new SimpleClaim(
                "unrolled-suits-masks",
                "15.5.2",
                "The unrolled encoder suits masks better than the plain one.",
                "trained with a fifth of the cells hidden and told apart, late; P1 reads an indicator of hidden cells,"
                        + " P4 leaves them out of its residual",
                this::measureUnrolledMasks);
    }

    private void measureUnrolledMasks(Evidence evidence) {
        for (Parameterization form : Parameterization.depths()) {
            for (CodeSize size : CodeSize.crossed()) {
                String where = form.label() + " with " + size.label();
                Cell plain = masks(Parameterization.FREE, size);
                evidence.below(where, holes("over that of P1", where, masks(form, size), plain), 0);
            }
        }
    }
}
