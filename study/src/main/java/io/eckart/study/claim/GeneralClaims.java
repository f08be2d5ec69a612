package io.eckart.study.claim;

import io.eckart.study.ClaimTest;
import java.util.List;

/** The claims about the general case and about what is learnt without labels, in the order of the notes. */
final class GeneralClaims {
    private GeneralClaims() {}

    static List<ClaimTest> all() {
        return List.of(
                new ReducingFirst(),
                new ClusteringFirst(),
                new FirstDirectionIsMean(),
                new NetworksPassLinearFloor(),
                new PretrainingHelps(),
                new NetworksReadMasks(),
                new SeveralTasks(),
                new BiasesRecoverDimension(),
                new BendsRecoverDimension());
    }
}
