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
import java.util.Map;

/** Claims about hidden cells that read the designed experiment. */
record MaskClaims(Experiment experiment, MeasuredOn rows) {
    /** A ratio of errors that counts as larger. */
    private static final double WORSE = 1.05;
    /** A ratio of errors that counts as smaller. */
    private static final double CLEARLY = 0.95;

    private PlannedClaim.Builder<Experiment> claim(String id, String sentence) {
        return new PlannedClaim.Builder<>(id, "15.5.2", sentence, rows);
    }

    private static Cell masks(Parameterization form, CodeSize size, Start start) {
        return new Cell(form, size, TrainingCorruption.MASKS, start, Budget.LATE);
    }

    /** Training and filling with hidden cells told apart is better than with zeros in their place. */
    ClaimTest zeros() {
        PlannedClaim.Builder<Experiment> claim = claim(
                        "zeros-are-not-masks",
                        "Zeros are not masks: a model that can tell a hidden cell from a zero fills it better.")
                .experiment("a fifth of the cells hidden in training and in the held-out rows, late, large start")
                .ratio("error in hidden cells with zeros in training and input over that with masks")
                .control("other rows, holes, start or outer time: all are alike");
        for (Parameterization form : List.of(
                Parameterization.FREE,
                Parameterization.UNROLLED_1,
                Parameterization.UNROLLED_10,
                Parameterization.UNROLLED_30,
                Parameterization.UNTIED,
                Parameterization.NETWORK)) {
            for (CodeSize size : List.of(CodeSize.BELOW, CodeSize.BETWEEN, CodeSize.DOUBLE)) {
                Cell cell = masks(form, size, Start.LARGE);
                claim.setting(
                        levels("form", form.label(), "code size", size.label()),
                        Border.above(WORSE),
                        e -> e.runs().ratios(cell.with(TrainingCorruption.ZEROS), cell, Measures::holes));
            }
        }
        return claim.from(setting -> experiment);
    }

    /** An unrolled encoder fills holes better than a plain one that reads an indicator. */
    ClaimTest unrolledSuits() {
        PlannedClaim.Builder<Experiment> claim = claim(
                        "unrolled-suits-masks", "The unrolled encoder suits masks better than the plain one.")
                .experiment(
                        "trained with a fifth of the cells hidden and told apart, late; P1 reads an indicator of hidden"
                                + " cells, P4 leaves them out of its residual")
                .ratio("error in hidden cells of P4 over that of P1, same size and start")
                .control(
                        "P4 may fill better whether it knows the holes or not: with zeros in their place it must not be better"
                                + " than P1");
        for (Start start : Start.values()) {
            for (Parameterization form :
                    List.of(Parameterization.UNROLLED_1, Parameterization.UNROLLED_10, Parameterization.UNROLLED_30)) {
                for (CodeSize size : CodeSize.crossed()) {
                    Cell cell = masks(form, size, start);
                    Map<String, String> where =
                            levels("start", start.label(), "depth", form.label(), "code size", size.label());
                    claim.setting(
                                    where,
                                    Border.below(CLEARLY),
                                    e -> e.runs().ratios(cell, cell.with(Parameterization.FREE), Measures::holes))
                            .control(
                                    "zeros, " + String.join(", ", where.values()),
                                    where,
                                    Border.below(CLEARLY),
                                    e -> e.runs()
                                            .ratios(
                                                    cell.with(TrainingCorruption.ZEROS),
                                                    cell.with(TrainingCorruption.ZEROS)
                                                            .with(Parameterization.FREE),
                                                    Measures::holes));
                }
            }
        }
        return claim.from(setting -> experiment);
    }
}
