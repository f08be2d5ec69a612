package io.eckart.study.claim;

import io.eckart.study.MeasuredOn;
import io.eckart.study.StudySetting;
import io.eckart.study.analysis.Experiment;
import io.eckart.study.judgement.ClaimTest;
import java.util.List;
import java.util.stream.Stream;

/** Every claim that a study tests, first those that the designed experiment answers. */
public final class StudyClaims {
    private StudyClaims() {}

    /**
     * All claims, those about the designed experiment first.
     *
     * @param experiment what claims about the designed experiment read
     * @param study the rows and the scale
     */
    public static List<ClaimTest> all(Experiment experiment, StudySetting study) {
        return Stream.concat(ofExperiment(experiment, study).stream(), general(study).stream())
                .toList();
    }

    /** The claims about the general case and about what is learnt without labels, those that take longest first. */
    static List<ClaimTest> general(StudySetting study) {
        return List.of(
                PretrainingHelps.test(study),
                NetworksReadMasks.test(study),
                SeveralTasks.test(study),
                LargerNetworks.test(study),
                BendsRecoverDimension.test(),
                NetworksPassLinearFloor.test(study),
                ReducingFirst.test(study),
                ClusteringFirst.test(study),
                OneDimension.test(),
                FirstDirectionIsMean.test(study),
                BiasesRecoverDimension.test());
    }

    /** The claims that read the designed experiment, or follow their own descent on its rows. */
    public static List<ClaimTest> ofExperiment(Experiment experiment, StudySetting study) {
        MeasuredOn rows = MeasuredOn.of(study.data());
        ProjectionClaims projection = new ProjectionClaims(experiment, rows);
        IdentityClaims identity = new IdentityClaims(experiment, rows);
        SpectrumClaims spectrum = new SpectrumClaims(experiment, rows);
        StoppingClaims stopping = new StoppingClaims(experiment, rows);
        RobustnessClaims robustness = new RobustnessClaims(experiment, rows);
        MaskClaims masks = new MaskClaims(experiment, rows);
        return List.of(
                DescentFindsSubspace.test(study),
                UniqueMinimiser.test(study),
                PinvStaysProjection.test(study),
                OptimumClaims.noise(study),
                OptimumClaims.masks(study),
                projection.inverse(),
                projection.wideInverse(),
                projection.depthTendsToPinv(),
                projection.noiseEnergy(),
                identity.narrow(),
                identity.pinv(),
                identity.direct(),
                identity.unrolled(),
                identity.denoising(),
                spectrum.contrast(),
                spectrum.spurious(),
                spectrum.amplified(),
                stopping.outer(),
                stopping.innerTrained(),
                stopping.innerUsed(),
                stopping.innerSelective(),
                stopping.innerSubstitute(),
                robustness.unrolledRobust(),
                robustness.unrolledDenoises(),
                robustness.parts(),
                robustness.untied(),
                masks.zeros(),
                masks.unrolledSuits());
    }
}
