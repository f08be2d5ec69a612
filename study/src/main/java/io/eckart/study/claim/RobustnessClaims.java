package io.eckart.study.claim;

import static io.eckart.study.judgement.PlannedClaim.levels;

import io.eckart.study.Border;
import io.eckart.study.Budget;
import io.eckart.study.CodeSize;
import io.eckart.study.MeasuredOn;
import io.eckart.study.Measures;
import io.eckart.study.Parameterization;
import io.eckart.study.Start;
import io.eckart.study.TrainingCorruption;
import io.eckart.study.analysis.Effects;
import io.eckart.study.analysis.Experiment;
import io.eckart.study.analysis.RunTable.Cell;
import io.eckart.study.judgement.ClaimTest;
import io.eckart.study.judgement.PlannedClaim;
import java.util.List;
import java.util.Map;

/** Claims about errors on input with noise. */
record RobustnessClaims(Experiment experiment, MeasuredOn rows) {
    /** A ratio of errors that counts as smaller. */
    private static final double CLEARLY = 0.95;
    /** A ratio of errors that counts as larger. */
    private static final double WORSE = 1.05;
    /** A ratio of errors within which two count as the same. */
    private static final double NEARLY = 1.1;
    /** The share of the variance of the error above which a source has a part in it. */
    private static final double PART = 0.01;

    private static final List<CodeSize> ROOMY = List.of(CodeSize.BETWEEN, CodeSize.EQUAL, CodeSize.DOUBLE);

    private PlannedClaim.Builder<Experiment> claim(String id, String section, String sentence) {
        return new PlannedClaim.Builder<>(id, section, sentence, rows);
    }

    /** P4 is more robust to noise in its input than P1 to P3 if none of them has seen noise in training. */
    ClaimTest unrolledRobust() {
        PlannedClaim.Builder<Experiment> claim = claim(
                        "unrolled-robust", "15.4.3", "Without augmentation, P4 is more robust to noise than P1 to P3.")
                .experiment("the designed experiment, clean rows; input noise of half the root mean square cell")
                .ratio(
                        "error on noisy input of P4 (T = 10) over that of another form of the same size, start and outer time")
                .control(
                        "another size of the weights at the start would do it: starts are alike, but for P2, which has one");
        for (Start start : Start.values()) {
            for (CodeSize size : ROOMY) {
                for (Budget budget : Budget.values()) {
                    for (Parameterization form : Parameterization.direct()) {
                        Cell cell =
                                new Cell(Parameterization.UNROLLED_10, size, TrainingCorruption.NONE, start, budget);
                        claim.setting(
                                levels(
                                        "start",
                                        start.label(),
                                        "code size",
                                        size.label(),
                                        "outer time",
                                        budget.label(),
                                        "other form",
                                        form.label()),
                                Border.below(CLEARLY),
                                e -> e.runs().ratios(cell, cell.with(form), Measures::denoised));
                    }
                }
            }
        }
        return claim.from(setting -> experiment);
    }

    /** P4 trained with noise removes as much of it as any linear map can, also for k at least d. */
    ClaimTest unrolledDenoises() {
        PlannedClaim.Builder<Experiment> claim = claim(
                        "wide-unrolled-denoises",
                        "15.5.1",
                        "With k at least d, P4 trained with noise removes noise about as well as the best linear map.")
                .experiment("the designed experiment, trained with noise, late")
                .ratio("error on noisy input over that of the exact optimum; about: within 10 %")
                .control("P4 may do so without noise in training: on clean rows, the same otherwise, it must not");
        for (Start start : Start.values()) {
            for (CodeSize size : List.of(CodeSize.EQUAL, CodeSize.DOUBLE)) {
                for (Parameterization form : Parameterization.unrolled()) {
                    Cell cell = new Cell(form, size, TrainingCorruption.GAUSSIAN, start, Budget.LATE);
                    Map<String, String> where =
                            levels("start", start.label(), "code size", size.label(), "depth", form.label());
                    claim.setting(
                                    where,
                                    Border.below(NEARLY),
                                    e -> e.runs().values(cell, m -> m.denoised() / m.exactDenoiser()))
                            .control(
                                    "clean rows, " + String.join(", ", where.values()),
                                    where,
                                    Border.below(NEARLY),
                                    e -> e.runs()
                                            .values(
                                                    cell.with(TrainingCorruption.NONE),
                                                    m -> m.denoised() / m.exactDenoiser()));
                }
            }
        }
        return claim.from(setting -> experiment);
    }

    /** Which part of the robustness to noise is due to bottleneck, depth, augmentation, start and early stopping. */
    ClaimTest parts() {
        PlannedClaim.Builder<Experiment> claim = claim(
                        "robustness-parts",
                        "15.6",
                        "Bottleneck, depth, augmentation and outer early stopping each have a part in the robustness of P4 to noise.")
                .experiment("the runs of P4 with k above d' in the designed experiment")
                .measure(
                        "share of the variance of the logarithm of what input noise adds to the error; a part: more than 1 %")
                .control("the start, which the notes do not name, is varied as well, and its share noted");
        for (String source : Effects.NAMED) {
            claim.setting(
                    levels("factor", source),
                    Border.above(PART),
                    e -> e.effects().addedShares(source));
        }
        return claim.note("share of the start", e -> e.effects().addedShares(Effects.START))
                .from(setting -> experiment);
    }

    /** What it costs in robustness to give the cell of P4 weights that do not depend on B. */
    ClaimTest untied() {
        PlannedClaim.Builder<Experiment> claim = claim(
                        "untied-as-robust",
                        "15.4.3",
                        "Learnable weights in the cell of P4 cost no robustness to noise.")
                .experiment(
                        "the designed experiment, clean rows, three inner steps from the same start, where both are the same map")
                .ratio("error on noisy input of the untied cell over that of P4 (T = 3); no cost: less than 5 %")
                .control("another start: both begin as the same map");
        for (Start start : Start.values()) {
            for (CodeSize size : ROOMY) {
                for (Budget budget : Budget.values()) {
                    Cell cell = new Cell(Parameterization.UNTIED, size, TrainingCorruption.NONE, start, budget);
                    claim.setting(
                            levels("start", start.label(), "code size", size.label(), "outer time", budget.label()),
                            Border.below(WORSE),
                            e -> e.runs().ratios(cell, cell.with(Parameterization.UNROLLED_3), Measures::denoised));
                }
            }
        }
        return claim.from(setting -> experiment);
    }
}
