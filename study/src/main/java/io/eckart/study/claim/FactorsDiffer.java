package io.eckart.study.claim;

import io.eckart.numerics.DoubleMatrix;
import io.eckart.numerics.statistics.ThinSvd;
import io.eckart.study.Claim;
import io.eckart.study.MeasuredNumber;
import io.eckart.study.Parameterization;
import io.eckart.study.StudySetting;
import io.eckart.study.trial.LinearMap;
import io.eckart.study.trial.Replicate;
import io.eckart.study.trial.RunMeter;

/** Two descents from different starts end in the same subspace with different factors. */
final class FactorsDiffer implements ClaimTest {
    private static final double DEGREES = 5;
    private static final double DISTANCE = 0.5;

    @Override
    public String id() {
        return "factors-differ";
    }

    @Override
    public Claim test(StudySetting setting) {
        SubspaceDescent descent = new SubspaceDescent(setting);
        int seeds = descent.seeds();
        double[] angles = new double[seeds];
        double[] distances = new double[seeds];
        setting.workers().forEach(seeds, seed -> {
            Replicate replicate = descent.replicate(seed);
            DoubleMatrix one = decoder(descent, replicate, 1);
            DoubleMatrix other = decoder(descent, replicate, 2);
            distances[seed] = LinearMap.frobenius(LinearMap.minus(one, other)) / LinearMap.frobenius(one);
            angles[seed] = RunMeter.largestAngle(one, ThinSvd.of(other).u().transpose());
        });
        MeasuredNumber distance = MeasuredNumber.of("||B1 - B2|| / ||B1||", distances);
        MeasuredNumber angle = MeasuredNumber.of("largest angle between the two subspaces, degrees", angles);
        return new Evidence()
                .above("decoders apart by more than half their norm", distance, DISTANCE)
                .below("subspaces within 5 degrees", angle, DEGREES)
                .claim(
                        id(),
                        "15.2",
                        "The factors differ from start to start, the subspace does not.",
                        "P1 from two random starts on the same rows, " + descent.steps()
                                + " steps of gradient descent, the code size where the spectrum falls most");
    }

    private static DoubleMatrix decoder(SubspaceDescent descent, Replicate replicate, int start) {
        return descent.end(Parameterization.FREE, replicate, replicate.random().child("start", start))
                .decoder();
    }
}
