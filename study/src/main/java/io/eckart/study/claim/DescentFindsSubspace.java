package io.eckart.study.claim;

import static io.eckart.study.judgement.PlannedClaim.levels;

import io.eckart.study.Border;
import io.eckart.study.MeasuredOn;
import io.eckart.study.Parameterization;
import io.eckart.study.StudySetting;
import io.eckart.study.judgement.PlannedClaim;
import io.eckart.study.judgement.SeedRuns;
import io.eckart.study.trial.Replicate;
import io.eckart.study.trial.RunMeter;
import io.eckart.study.trial.SubspaceDescent;
import io.eckart.training.moments.DescentPath;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gradient descent on A and B ends at the principal subspace, however they are parameterized. */
final class DescentFindsSubspace {
    private static final String ID = "descent-finds-pca";
    private static final double DEGREES = 5;
    private static final double GAP = 0.01;
    private static final List<Parameterization> FORMS = List.of(
            Parameterization.FREE, Parameterization.PINV, Parameterization.SHARED, Parameterization.UNROLLED_10);

    private DescentFindsSubspace() {}

    static PlannedClaim<SeedRuns> test(StudySetting study) {
        SubspaceDescent descent = new SubspaceDescent(study);
        PlannedClaim.Builder<SeedRuns> claim = new PlannedClaim.Builder<SeedRuns>(
                        ID,
                        "15.3",
                        "Gradient descent on encoder and decoder finds the principal subspace.",
                        MeasuredOn.of(study.data()))
                .experiment("plain gradient descent from a large start, " + descent.steps()
                        + " steps on clean rows, k where the spectrum falls most")
                .measure("largest principal angle in degrees; (error - optimum) / optimum")
                .control("a start near the subspace: the angle at the start must not be small");
        for (Parameterization form : FORMS) {
            claim.setting(
                            "angle, " + form.label(),
                            levels("form", form.label()),
                            Border.below(DEGREES),
                            runs -> runs.values("angle " + form))
                    .setting(
                            "gap, " + form.label(),
                            levels("form", form.label()),
                            Border.below(GAP),
                            runs -> runs.values("gap " + form))
                    .control(
                            "angle at the start, " + form.label(),
                            levels("form", form.label()),
                            Border.below(DEGREES),
                            runs -> runs.values("start " + form));
        }
        return claim.note("code size", runs -> runs.values("k"))
                .from(setting -> SeedRuns.numbered(ID, setting, (seed, random) -> measure(setting, seed)));
    }

    private static Map<String, Double> measure(StudySetting setting, int seed) {
        SubspaceDescent descent = new SubspaceDescent(setting);
        Replicate replicate = descent.replicate(seed);
        Map<String, Double> measured = new LinkedHashMap<>();
        for (Parameterization form : FORMS) {
            DescentPath path = descent.start(form, replicate, replicate.random());
            measured.put("start " + form, RunMeter.largestAngle(path.decoder(), replicate.axes()));
            path.advance(descent.steps());
            measured.put("angle " + form, RunMeter.largestAngle(path.decoder(), replicate.axes()));
            measured.put("gap " + form, path.gap());
        }
        measured.put("k", (double) descent.codeSize(replicate));
        return measured;
    }
}
