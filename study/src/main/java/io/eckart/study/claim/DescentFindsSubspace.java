package io.eckart.study.claim;

import io.eckart.study.Claim;
import io.eckart.study.MeasuredNumber;
import io.eckart.study.Parameterization;
import io.eckart.study.StudySetting;
import io.eckart.study.trial.Replicate;
import io.eckart.study.trial.RunMeter;
import io.eckart.training.moments.DescentPath;
import java.util.Arrays;
import java.util.List;

/** Gradient descent on A and B ends at the principal subspace, however they are parameterized. */
final class DescentFindsSubspace implements ClaimTest {
    private static final double DEGREES = 5;
    private static final double GAP = 0.01;
    private static final List<Parameterization> FORMS = List.of(
            Parameterization.FREE, Parameterization.PINV, Parameterization.SHARED, Parameterization.UNROLLED_10);

    @Override
    public String id() {
        return "descent-finds-pca";
    }

    @Override
    public Claim test(StudySetting setting) {
        SubspaceDescent descent = new SubspaceDescent(setting);
        int seeds = descent.seeds();
        double[][] angles = new double[FORMS.size()][seeds];
        double[][] gaps = new double[FORMS.size()][seeds];
        setting.workers().forEach(seeds, seed -> {
            Replicate replicate = descent.replicate(seed);
            for (int f = 0; f < FORMS.size(); f++) {
                DescentPath end = descent.end(FORMS.get(f), replicate, replicate.random());
                angles[f][seed] = RunMeter.largestAngle(end.decoder(), replicate.axes());
                gaps[f][seed] = end.gap();
            }
        });
        Evidence evidence = new Evidence();
        for (int f = 0; f < FORMS.size(); f++) {
            String form = FORMS.get(f).label();
            MeasuredNumber angle = MeasuredNumber.of("largest principal angle, degrees, " + form, angles[f]);
            MeasuredNumber gap = MeasuredNumber.of("(error - optimum) / optimum, " + form, gaps[f]);
            evidence.below("angle below 5 degrees with " + form, angle, DEGREES)
                    .below("error within 1 % of the optimum with " + form, gap, GAP);
        }
        int[] sizes = new int[seeds];
        Arrays.setAll(sizes, seed -> descent.codeSize(descent.replicate(seed)));
        return evidence.claim(
                id(),
                "15.3",
                "Gradient descent on encoder and decoder finds the principal subspace.",
                "plain gradient descent from a random start, " + descent.steps() + " steps on clean rows, k = "
                        + sizes[0] + ", where the spectrum falls most");
    }
}
