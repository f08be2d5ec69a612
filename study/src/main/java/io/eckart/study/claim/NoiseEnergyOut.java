package io.eckart.study.claim;

import io.eckart.study.Budget;
import io.eckart.study.Claim;
import io.eckart.study.ClaimTest;
import io.eckart.study.CodeSize;
import io.eckart.study.Evidence;
import io.eckart.study.Parameterization;
import io.eckart.study.RunTable.Cell;
import io.eckart.study.StudySetting;
import io.eckart.study.TrainingCorruption;
import io.eckart.study.result.Experiment;
import java.util.List;

/** Of input noise with energy d s^2, about k s^2 is left after a bottleneck. */
record NoiseEnergyOut(Experiment experiment) implements ClaimTest {
    private static final double TOLERANCE = 0.1;
    private static final List<Parameterization> FORMS = List.of(
            Parameterization.FREE,
            Parameterization.PINV,
            Parameterization.SHARED,
            Parameterization.UNROLLED_1,
            Parameterization.UNROLLED_10,
            Parameterization.UNROLLED_100);

    @Override
    public String id() {
        return "noise-energy-k";
    }

    @Override
    public Claim test(StudySetting setting) {
        Evidence evidence = new Evidence();
        for (Parameterization form : FORMS) {
            for (CodeSize size : List.of(CodeSize.BELOW, CodeSize.INTRINSIC, CodeSize.BETWEEN)) {
                int k = experiment.design().codeSize(size);
                String where = form.label() + " with " + size.label();
                evidence.within(
                        where,
                        experiment
                                .runs()
                                .number(
                                        "noise energy out / (k s^2), " + where,
                                        new Cell(form, size, TrainingCorruption.NONE, Budget.LATE),
                                        m -> m.noiseGain() / k),
                        1 - TOLERANCE,
                        1 + TOLERANCE);
            }
        }
        return evidence.claim(
                id(),
                "15.4.1",
                "Input noise of energy d s^2 leaves a bottleneck with about k s^2.",
                "noise gain ||BA||_F^2 of the runs on clean rows, late; about: within 10 %");
    }
}
