package io.eckart.study.claim;

import io.eckart.study.ClaimTest;
import io.eckart.study.result.Experiment;
import java.util.List;
import java.util.stream.Stream;

/** Every claim that a study tests, those first that the designed experiment answers at once. */
public final class StudyClaims {
    private StudyClaims() {}

    /** @param experiment what claims about the designed experiment read */
    public static List<ClaimTest> all(Experiment experiment) {
        return Stream.of(ofExperiment(experiment), GeneralClaims.all())
                .flatMap(List::stream)
                .toList();
    }

    /** Those that read the designed experiment, or follow a descent of their own on its rows. */
    public static List<ClaimTest> ofExperiment(Experiment experiment) {
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
