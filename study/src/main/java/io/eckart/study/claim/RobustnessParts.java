package io.eckart.study.claim;

import io.eckart.study.Claim;
import io.eckart.study.ClaimTest;
import io.eckart.study.Evidence;
import io.eckart.study.StudySetting;
import io.eckart.study.VarianceShare;
import io.eckart.study.result.Effects;
import io.eckart.study.result.Experiment;
import java.util.List;

/** Which part of the robustness to noise is the bottleneck's, the depth's, the augmentation's and the early end's. */
record RobustnessParts(Experiment experiment) implements ClaimTest {
    /** Of the variance of the error. */
    private static final double COUNTS = 0.01;

    private static final List<String> SOURCES = List.of("code size", "depth", "corruption", "budget");

    @Override
    public String id() {
        return "robustness-parts";
    }

    @Override
    public Claim test(StudySetting setting) {
        Evidence evidence = new Evidence();
        for (VarianceShare share : experiment.effects().added(Effects.ROOMY)) {
            if (SOURCES.contains(share.source())) {
                evidence.above(share.source(), share.share(), COUNTS);
            } else {
                evidence.note(share.share());
            }
        }
        experiment.effects().contrasts().forEach(contrast -> evidence.note(contrast.difference()));
        return evidence.claim(
                id(),
                "15.6",
                "Bottleneck, depth, augmentation and early stopping each have a part in the robustness of P4 to noise.",
                "shares of the variance of log10 of the error that input noise adds, over the runs of P4 with k above d',"
                        + " main effects and interactions of two; a part: more than 1 %");
    }
}
