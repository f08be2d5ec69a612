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

/** An unrolled encoder fills holes better than a plain one that reads an indicator. */
record UnrolledSuitsMasks(Experiment experiment) implements ClaimTest {

    @Override
    public String id() {
        return "unrolled-suits-masks";
    }

    @Override
    public Claim test(StudySetting setting) {
        Evidence evidence = new Evidence();
        for (Parameterization form :
                List.of(Parameterization.UNROLLED_1, Parameterization.UNROLLED_10, Parameterization.UNROLLED_100)) {
            for (CodeSize size : CodeSize.crossed()) {
                String where = form.label() + " with " + size.label();
                evidence.below(
                        where,
                        experiment
                                .runs()
                                .logRatio(
                                        "log10 of the error in holes over that of P1, " + where,
                                        cell(form, size),
                                        cell(Parameterization.FREE, size),
                                        Measures::holes),
                        0);
            }
        }
        return evidence.claim(
                id(),
                "15.5.2",
                "The unrolled encoder suits masks better than the plain one.",
                "trained with a fifth of the cells hidden and told apart, late; P1 reads an indicator of hidden cells,"
                        + " P4 leaves them out of its residual");
    }

    private static Cell cell(Parameterization form, CodeSize size) {
        return new Cell(form, size, TrainingCorruption.MASKS, Budget.LATE);
    }
}
