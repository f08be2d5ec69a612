package io.eckart.task.study;

import java.util.List;
import java.util.stream.Stream;

/** Every claim that a study tests, those first that the designed experiment answers at once. */
final class StudyClaims {
    private StudyClaims() {}

    /** @param experiment what claims about the designed experiment read */
    static List<ClaimTest> all(Experiment experiment) {
        return Stream.of(ofExperiment(experiment), GeneralClaims.all())
                .flatMap(List::stream)
                .toList();
    }

    /** Those that read the designed experiment, or follow a descent of their own on its rows. */
    static List<ClaimTest> ofExperiment(Experiment experiment) {
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
