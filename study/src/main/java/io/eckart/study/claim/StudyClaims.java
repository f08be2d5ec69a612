package io.eckart.study.claim;

import io.eckart.study.Experiment;
import java.util.List;
import java.util.stream.Stream;

/** Every claim that a study tests, first those that the designed experiment answers. */
public final class StudyClaims {
    private StudyClaims() {}

    /**
     * All claims, those about the designed experiment first.
     *
     * @param experiment what claims about the designed experiment read
     */
    public static List<ClaimTest> all(Experiment experiment) {
        return Stream.concat(ofExperiment(experiment).stream(), general().stream())
                .toList();
    }

    /** The claims about the general case and about what is learnt without labels, in the order of the notes. */
    static List<ClaimTest> general() {
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

    /** The claims that read the designed experiment, or follow their own descent on its rows. */
    public static List<ClaimTest> ofExperiment(Experiment experiment) {
        ProjectionClaims projection = new ProjectionClaims(experiment);
        IdentityClaims identity = new IdentityClaims(experiment);
        RobustnessClaims robustness = new RobustnessClaims(experiment);
        return List.of(
                new DescentFindsSubspace(),
                new FactorsDiffer(),
                new PinvStaysProjection(),
                projection.inverseLearned(),
                projection.depthTendsToPinv(),
                identity.pinv(),
                identity.direct(),
                identity.unrolled(),
                identity.denoising(),
                projection.noiseEnergy(),
                robustness.unrolledRobust(),
                robustness.parts(),
                robustness.earlyStopping(),
                robustness.zerosAreNotMasks(),
                robustness.unrolledSuitsMasks());
    }
}
