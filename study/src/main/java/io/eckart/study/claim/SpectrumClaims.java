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
import io.eckart.study.analysis.Experiment;
import io.eckart.study.analysis.RunTable.Cell;
import io.eckart.study.judgement.ClaimTest;
import io.eckart.study.judgement.PlannedClaim;
import java.util.List;

/** Claims about the directions that B and BA favour where the code has room for more than the signal. */
record SpectrumClaims(Experiment experiment, MeasuredOn rows) {
    /** B along the signal over B along the rest, above which it has large and small singular values. */
    private static final double CONTRAST = 2;
    /** The part of noise outside of the signal that counts. */
    private static final double SPURIOUS = 0.1;
    /** A gain that counts as above 1. */
    private static final double AMPLIFIED = 1.05;

    private static final List<CodeSize> ROOMY = List.of(CodeSize.BETWEEN, CodeSize.EQUAL, CodeSize.DOUBLE);

    private PlannedClaim.Builder<Experiment> claim(String id, String sentence) {
        return new PlannedClaim.Builder<>(id, "15.4.3", sentence, rows);
    }

    /** B of P4 grows large and small singular values. */
    ClaimTest contrast() {
        PlannedClaim.Builder<Experiment> claim = claim(
                        "unrolled-large-and-small",
                        "B of P4 learns large singular values for the signal and small ones for the rest, as B of P1 does not.")
                .experiment("the designed experiment, late")
                .ratio(
                        "root mean square of ||B'u|| over the d' principal directions u, over that of the other directions;"
                                + " 1 for a random B, whose singular values differ too")
                .control("any descent from that start may do it: B of P1 in the same setting must not");
        for (CodeSize size : ROOMY) {
            for (TrainingCorruption corruption : List.of(TrainingCorruption.NONE, TrainingCorruption.GAUSSIAN)) {
                for (Start start : Start.values()) {
                    String training = corruption.label();
                    for (Parameterization form : List.of(Parameterization.UNROLLED_3, Parameterization.UNROLLED_30)) {
                        Cell cell = new Cell(form, size, corruption, start, Budget.LATE);
                        claim.setting(
                                levels(
                                        "depth",
                                        form.label(),
                                        "code size",
                                        size.label(),
                                        "training",
                                        training,
                                        "start",
                                        start.label()),
                                Border.above(CONTRAST),
                                e -> e.runs().values(cell, Measures::contrast));
                    }
                    Cell free = new Cell(Parameterization.FREE, size, corruption, start, Budget.LATE);
                    claim.control(
                            "P1, " + size.label() + ", training " + training + ", start " + start.label(),
                            levels("code size", size.label(), "training", training, "start", start.label()),
                            Border.above(CONTRAST),
                            e -> e.runs().values(free, Measures::contrast));
                }
            }
        }
        return claim.from(setting -> experiment);
    }

    /** P1 to P3 let pass what is not signal. */
    ClaimTest spurious() {
        PlannedClaim.Builder<Experiment> claim = claim(
                        "direct-keep-spurious",
                        "With k above d', the codes of P1 to P3 also hold directions that are not signal, and noise passes there.")
                .experiment("the designed experiment, clean rows, late")
                .measure("part of the noise outside of the d' principal directions that passes: 1 for the identity")
                .control("a code of this size may have to let it pass: P1 of the size trained with noise must not");
        for (CodeSize size : ROOMY) {
            for (Parameterization form : Parameterization.direct()) {
                for (Start start : form.starts()) {
                    Cell cell = new Cell(form, size, TrainingCorruption.NONE, start, Budget.LATE);
                    claim.setting(
                            levels("form", form.label(), "code size", size.label(), "start", start.label()),
                            Border.above(SPURIOUS),
                            e -> e.runs().values(cell, Measures::spuriousGain));
                }
            }
            Cell denoising =
                    new Cell(Parameterization.FREE, size, TrainingCorruption.GAUSSIAN, Start.LARGE, Budget.LATE);
            claim.control(
                    "P1 trained with noise, " + size.label(),
                    levels("code size", size.label()),
                    Border.above(SPURIOUS),
                    e -> e.runs().values(denoising, Measures::spuriousGain));
        }
        for (Start start : Start.values()) {
            Cell unrolled = new Cell(
                    Parameterization.UNROLLED_10, CodeSize.DOUBLE, TrainingCorruption.NONE, start, Budget.LATE);
            claim.note(
                    "the same of P4 T=10, k = 2 d, start " + start.label(),
                    e -> e.runs().values(unrolled, Measures::spuriousGain));
        }
        return claim.from(setting -> experiment);
    }

    /** P1 to P3 amplify noise. */
    ClaimTest amplified() {
        PlannedClaim.Builder<Experiment> claim = claim("direct-amplify-noise", "P1 to P3 amplify noise in their input.")
                .experiment("the designed experiment, clean rows, late; at the start no gain is above 0.9")
                .measure(
                        "largest singular value of BA: noise in that direction leaves larger than it enters where it is above 1")
                .control("none: a gain at the start is excluded, as it is below 1");
        for (Parameterization form : Parameterization.direct()) {
            for (CodeSize size : ROOMY) {
                for (Start start : form.starts()) {
                    Cell cell = new Cell(form, size, TrainingCorruption.NONE, start, Budget.LATE);
                    claim.setting(
                            levels("form", form.label(), "code size", size.label(), "start", start.label()),
                            Border.above(AMPLIFIED),
                            e -> e.runs().values(cell, Measures::largestGain));
                }
            }
        }
        return claim.from(setting -> experiment);
    }
}
