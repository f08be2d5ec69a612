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

/** With k at least d, P2 is the identity whatever it is trained on. */
record PinvWideIdentity(Experiment experiment) implements ClaimTest {
    /** Rounding of float32 in the runs on batches. */
    private static final double ROUNDING = 1e-4;

    @Override
    public String id() {
        return "wide-pinv-identity";
    }

    @Override
    public Claim test(StudySetting setting) {
        Evidence evidence = new Evidence();
        for (CodeSize size : List.of(CodeSize.EQUAL, CodeSize.DOUBLE)) {
            for (TrainingCorruption corruption : TrainingCorruption.values()) {
                Cell cell = new Cell(Parameterization.PINV, size, corruption, Budget.LATE);
                String where = size.label() + " trained with " + corruption.label();
                evidence.below(
                        where,
                        experiment.runs().number("identity distance, " + where, cell, Measures::identityDistance),
                        ROUNDING);
            }
        }
        return evidence.claim(
                id(),
                "15.4.1",
                "With k at least d, P2 is the identity.",
                "the runs of P2 in the designed experiment, late");
    }
}
