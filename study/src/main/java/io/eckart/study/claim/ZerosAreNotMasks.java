package io.eckart.study.claim;

import io.eckart.study.Budget;
import io.eckart.study.Claim;
import io.eckart.study.ClaimTest;
import io.eckart.study.CodeSize;
import io.eckart.study.Evidence;
import io.eckart.study.Measures;
import io.eckart.study.Parameterization;
import io.eckart.study.RunTable.Cell;
import io.eckart.study.StudySetting;
import io.eckart.study.TrainingCorruption;
import io.eckart.study.result.Experiment;
import java.util.List;

/** Training and filling with hidden cells told apart is better than with zeros in their place. */
record ZerosAreNotMasks(Experiment experiment) implements ClaimTest {
    /** log10 of a ratio of 1.05. */
    private static final double CLEARLY = Math.log10(1.05);

    private static final List<Parameterization> FORMS = List.of(
            Parameterization.FREE,
            Parameterization.UNROLLED_1,
            Parameterization.UNROLLED_10,
            Parameterization.UNROLLED_100,
            Parameterization.UNTIED,
            Parameterization.NETWORK);

    @Override
    public String id() {
        return "zeros-are-not-masks";
    }

    @Override
    public Claim test(StudySetting setting) {
        Evidence evidence = new Evidence();
        for (Parameterization form : FORMS) {
            for (CodeSize size : List.of(CodeSize.BELOW, CodeSize.BETWEEN, CodeSize.DOUBLE)) {
                String where = form.label() + " with " + size.label();
                evidence.above(
                        where,
                        experiment
                                .runs()
                                .logRatio(
                                        "log10 of the error in holes with zeros over that with masks, " + where,
                                        new Cell(form, size, TrainingCorruption.ZEROS, Budget.LATE),
                                        new Cell(form, size, TrainingCorruption.MASKS, Budget.LATE),
                                        Measures::holes),
                        CLEARLY);
            }
        }
        return evidence.claim(
                id(),
                "15.5.2",
                "Zeros are not masks: a hidden cell must be told apart from one that is zero.",
                "a fifth of the cells hidden in training and in the held-out rows, late; clearly: 5 %");
    }
}
