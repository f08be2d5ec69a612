package io.eckart.study.claim;

import io.eckart.study.Budget;
import io.eckart.study.Claim;
import io.eckart.study.ClaimTest;
import io.eckart.study.CodeSize;
import io.eckart.study.Evidence;
import io.eckart.study.Measures;
import io.eckart.study.Parameterization;
import io.eckart.study.RunTable.Cell;
import io.eckart.study.StudyDesign;
import io.eckart.study.StudySetting;
import io.eckart.study.TrainingCorruption;
import io.eckart.study.result.Experiment;
import java.util.ArrayList;
import java.util.List;

/** With noise in training, the identity stops being the best map with k at least d. */
record DenoisingEndsIdentity(Experiment experiment) implements ClaimTest {
    private static final double FAR = 0.3;

    @Override
    public String id() {
        return "denoising-ends-identity";
    }

    @Override
    public Claim test(StudySetting setting) {
        List<Parameterization> forms = new ArrayList<>(Parameterization.direct());
        forms.addAll(List.of(
                Parameterization.UNROLLED_1,
                Parameterization.UNROLLED_10,
                Parameterization.UNROLLED_100,
                Parameterization.NETWORK));
        double identity = Math.pow(experiment.design().noise(StudyDesign.NOISE), 2);
        Evidence evidence = new Evidence();
        for (Parameterization form : forms) {
            Cell cell = new Cell(form, CodeSize.DOUBLE, TrainingCorruption.GAUSSIAN, Budget.LATE);
            evidence.above(
                    form.label() + " stays away from the identity",
                    experiment.runs().number("identity distance, " + form.label(), cell, Measures::identityDistance),
                    FAR);
            evidence.below(
                    form.label() + " beats the identity on noisy input",
                    experiment
                            .runs()
                            .number(
                                    "error on noisy input over that of the identity, " + form.label(),
                                    cell,
                                    m -> m.denoised() / identity),
                    1);
        }
        return evidence.claim(
                id(),
                "15.5.1",
                "With noise in training, the identity stops being optimal, also for k at least d.",
                "k = 2 d, trained with noise of half the root mean square cell, late; input noise likewise");
    }
}
