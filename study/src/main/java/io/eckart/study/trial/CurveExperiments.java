package io.eckart.study.trial;

import io.eckart.study.CodeSize;
import io.eckart.study.Parameterization;
import io.eckart.study.SeedCurve;
import io.eckart.study.StudyDesign;
import io.eckart.study.StudySetting;
import io.eckart.study.TrainingCorruption;
import io.eckart.training.TrainingEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;

/** Follows quantities over budgets and depths for several seeds, several at a time, in a fixed order. */
public record CurveExperiments(StudySetting setting, StudyDesign design) {

    /** Curves of one seed. */
    private static List<Function<CurveExperiment, List<SeedCurve>>> plan() {
        List<Function<CurveExperiment, List<SeedCurve>>> plan = new ArrayList<>();
        plan.add(CurveExperiment::depth);
        for (CodeSize size : List.of(CodeSize.BELOW, CodeSize.INTRINSIC, CodeSize.BETWEEN)) {
            plan.add(experiment -> experiment.inverse(size));
        }
        for (Parameterization form : CurveExperiment.followed()) {
            plan.add(experiment -> experiment.identity(form, TrainingCorruption.NONE));
            plan.add(experiment -> experiment.identity(form, TrainingCorruption.GAUSSIAN));
        }
        return plan;
    }

    /** The number of curves of a complete seed: two of depth, three of the inverse, and for each form one for each noise and three more. */
    public static int curvesOfSeed() {
        return 5 + CurveExperiment.followed().size() * (StudyDesign.TEST_NOISE.size() + 3);
    }

    /**
     * Follows the seeds that are not there yet.
     *
     * @param done curves of whole seeds
     * @param sink hears the curves of a seed when all have ended
     * @return all curves; fewer if the setting says stop
     */
    public List<SeedCurve> run(List<SeedCurve> done, Consumer<List<SeedCurve>> sink) {
        int seeds = design.followedSeeds();
        setting.listener().on(new TrainingEvent.PassStarted("over budget and depth", (long) seeds * plan().size()));
        List<SeedCurve> all = new ArrayList<>(done);
        AtomicInteger ended = new AtomicInteger();
        for (int seed = 0; seed < seeds; seed++) {
            int current = seed;
            if (done.stream().noneMatch(curve -> curve.seed() == current)) {
                List<SeedCurve> made = follow(seed, ended);
                if (made.size() == curvesOfSeed()) {
                    sink.accept(made);
                    all.addAll(made);
                }
            }
        }
        return List.copyOf(all);
    }

    private List<SeedCurve> follow(int seed, AtomicInteger ended) {
        if (setting.stop().getAsBoolean()) {
            return List.of();
        }
        CurveExperiment experiment =
                new CurveExperiment(design, Replicate.of(setting.data(), design, setting.random(), seed), seed);
        List<Function<CurveExperiment, List<SeedCurve>>> plan = plan();
        List<List<SeedCurve>> results = new ArrayList<>(Collections.nCopies(plan.size(), List.of()));
        setting.workers().forEach(plan.size(), i -> {
            if (!setting.stop().getAsBoolean()) {
                List<SeedCurve> curves = plan.get(i).apply(experiment);
                synchronized (results) {
                    results.set(i, curves);
                    setting.listener().on(new TrainingEvent.RowsSeen(ended.incrementAndGet()));
                }
            }
        });
        return results.stream().flatMap(List::stream).toList();
    }
}
