package io.eckart.task.study;

import java.util.List;

/** Every claim that a study tests, in the order in which it prints them. */
final class StudyClaims {
    private StudyClaims() {}

    /** @param experiment what claims about the designed experiment read */
    static List<ClaimTest> all(Experiment experiment) {
        return List.of(
                new DescentFindsSubspace(),
                new FactorsDiffer(),
                new PinvStaysProjection(),
                new InverseLearned(experiment),
                new DepthTendsToPinv(experiment),
                new PinvWideIdentity(experiment),
                new DirectWideIdentity(experiment),
                new UnrolledWideIdentity(experiment),
                new DenoisingEndsIdentity(experiment),
                new NoiseEnergyOut(experiment),
                new UnrolledRobust(experiment),
                new RobustnessParts(experiment),
                new EarlyStopping(experiment),
                new ZerosAreNotMasks(experiment),
                new UnrolledSuitsMasks(experiment));
    }
}
