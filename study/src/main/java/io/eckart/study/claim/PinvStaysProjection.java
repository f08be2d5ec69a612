package io.eckart.study.claim;

import io.eckart.study.Claim;
import io.eckart.study.CodeSize;
import io.eckart.study.MeasuredNumber;
import io.eckart.study.Parameterization;
import io.eckart.study.StudyDesign;
import io.eckart.study.StudyRun;
import io.eckart.study.StudySetting;
import io.eckart.study.TrainingCorruption;
import io.eckart.study.trial.LinearMap;
import io.eckart.study.trial.Replicate;
import io.eckart.study.trial.RunTrainer;
import io.eckart.training.moments.DescentPath;
import java.util.List;

/** BA of P2 is a projection at every step, not only at the end. */
final class PinvStaysProjection implements ClaimTest {
    private static final double ROUNDING = 1e-9;
    private static final int STEPS = 300;

    @Override
    public String id() {
        return "pinv-projects";
    }

    @Override
    public Claim test(StudySetting setting) {
        StudyDesign design = StudyDesign.of(setting.data(), setting.scale());
        Evidence evidence = new Evidence();
        for (TrainingCorruption corruption : List.of(TrainingCorruption.NONE, TrainingCorruption.GAUSSIAN)) {
            for (CodeSize size : List.of(CodeSize.BELOW, CodeSize.BETWEEN)) {
                double[] worst = new double[setting.scale().seeds()];
                setting.workers().forEach(worst.length, seed -> {
                    Replicate replicate = Replicate.of(setting.data(), design, setting.random(), seed);
                    StudyRun run = new StudyRun(seed, Parameterization.PINV, size, corruption);
                    worst[seed] = worst(new RunTrainer(design, replicate).path(run));
                });
                String where = size.label() + " trained with " + corruption.label();
                MeasuredNumber defect = MeasuredNumber.of("largest ||(BA)^2 - BA|| on the way, " + where, worst);
                evidence.below(where, defect, ROUNDING);
            }
        }
        return evidence.claim(
                id(),
                "15.4.1",
                "With the pseudo-inverse as encoder, BA is a projection throughout training.",
                "P2, " + STEPS + " steps of gradient descent from a random start, looked at after every step");
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
