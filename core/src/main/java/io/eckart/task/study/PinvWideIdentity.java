package io.eckart.task.study;

import io.eckart.task.study.RunTable.Cell;
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
