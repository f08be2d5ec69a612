package io.eckart.study.claim;

import static io.eckart.study.judgement.PlannedClaim.levels;

import io.eckart.study.Border;
import io.eckart.study.CodeSize;
import io.eckart.study.MeasuredOn;
import io.eckart.study.Parameterization;
import io.eckart.study.Start;
import io.eckart.study.StudyDesign;
import io.eckart.study.StudyRun;
import io.eckart.study.StudySetting;
import io.eckart.study.TrainingCorruption;
import io.eckart.study.judgement.PlannedClaim;
import io.eckart.study.judgement.SeedRuns;
import io.eckart.study.trial.LinearMap;
import io.eckart.study.trial.Replicate;
import io.eckart.study.trial.RunTrainer;
import io.eckart.training.moments.DescentPath;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** BA of P2 is a projection at every step, not only at the end. */
final class PinvStaysProjection {
    private static final String ID = "pinv-projects";
    private static final double ROUNDING = 1e-9;
    private static final int STEPS = 100;
    private static final List<TrainingCorruption> CORRUPTIONS =
            List.of(TrainingCorruption.NONE, TrainingCorruption.GAUSSIAN);
    private static final List<CodeSize> SIZES = List.of(CodeSize.BELOW, CodeSize.BETWEEN);

    private PinvStaysProjection() {}

    static PlannedClaim<SeedRuns> test(StudySetting study) {
        PlannedClaim.Builder<SeedRuns> claim = new PlannedClaim.Builder<SeedRuns>(
                        ID,
                        "15.4.1",
                        "With the pseudo-inverse as encoder, BA is a projection throughout training.",
                        MeasuredOn.of(study.data()))
                .experiment(STEPS + " steps of gradient descent from a random start, looked at after every step")
                .measure("largest ||(BA)^2 - BA|| on the way; zero: rounding")
                .control("any model near its optimum is nearly one: P1 on the same way must not be");
        for (CodeSize size : SIZES) {
            for (TrainingCorruption corruption : CORRUPTIONS) {
                claim.setting(
                        levels("code size", size.label(), "training", corruption.label()),
                        Border.below(ROUNDING),
                        runs -> runs.values(name(Parameterization.PINV, size, corruption)));
            }
            claim.control(
                    "P1, " + size.label(),
                    levels("code size", size.label()),
                    Border.below(ROUNDING),
                    runs -> runs.values(name(Parameterization.FREE, size, TrainingCorruption.NONE)));
        }
        return claim.from(setting -> SeedRuns.numbered(ID, setting, (seed, random) -> measure(setting, seed)));
    }

    private static String name(Parameterization form, CodeSize size, TrainingCorruption corruption) {
        return form + " " + size + " " + corruption;
    }

    private static Map<String, Double> measure(StudySetting setting, int seed) {
        StudyDesign design = StudyDesign.of(setting.data(), setting.scale());
        RunTrainer trainer = new RunTrainer(design, Replicate.of(setting.data(), design, setting.random(), seed));
        Map<String, Double> measured = new LinkedHashMap<>();
        for (CodeSize size : SIZES) {
            for (Parameterization form : List.of(Parameterization.PINV, Parameterization.FREE)) {
                for (TrainingCorruption corruption : CORRUPTIONS) {
                    StudyRun run = new StudyRun(seed, form, size, corruption, Start.LARGE);
                    measured.put(name(form, size, corruption), worst(trainer.path(run)));
                }
            }
        }
        return measured;
    }

    private static double worst(DescentPath path) {
        double worst = 0;
        for (int i = 0; i <= STEPS; i++) {
            worst = Math.max(worst, LinearMap.of(path.encoder(), path.decoder()).projectionDefect());
            path.advance(1);
        }
        return worst;
    }
}
