package io.eckart.study.trial;

import io.eckart.study.Budget;
import io.eckart.study.CodeSize;
import io.eckart.study.Parameterization;
import io.eckart.study.Series;
import io.eckart.study.Start;
import io.eckart.study.StudyDesign;
import io.eckart.study.StudySetting;
import io.eckart.study.TrainingCorruption;
import io.eckart.study.analysis.SeedCurve;
import io.eckart.training.TrainingEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;

/** Follows quantities over outer time and depths for several seeds, several at a time, in a fixed order. */
public record CurveExperiments(StudySetting setting, StudyDesign design) {

    /** The forms that are followed when trained with noise: controls. */
    private static final List<Parameterization> NOISY =
            List.of(Parameterization.FREE, Parameterization.SHARED, Parameterization.UNROLLED_10);

    /** The forms whose B is used with other depths. */
    public static final List<Parameterization> USED =
            List.of(Parameterization.UNROLLED_3, Parameterization.UNROLLED_10, Parameterization.UNROLLED_30);

    /** Curves of one seed. */
    private static List<Function<CurveExperiment, List<SeedCurve>>> plan() {
        List<Function<CurveExperiment, List<SeedCurve>>> plan = new ArrayList<>();
        plan.add(CurveExperiment::depth);
        for (CodeSize size : CodeSize.values()) {
            plan.add(experiment -> experiment.inverse(size));
        }
        for (Start start : Start.values()) {
            for (CodeSize size : CurveExperiment.followedSizes()) {
                for (Parameterization form : CurveExperiment.followed()) {
                    Series clean = new Series(form, size, TrainingCorruption.NONE, start, "");
                    plan.add(experiment -> experiment.outerTime(clean));
                }
                for (Parameterization form : USED) {
                    Series clean = new Series(form, size, TrainingCorruption.NONE, start, "");
                    plan.add(experiment -> experiment.depthOfUse(clean));
                }
            }
            for (Parameterization form : NOISY) {
                Series noisy = new Series(form, CodeSize.DOUBLE, TrainingCorruption.GAUSSIAN, start, "");
                plan.add(experiment -> experiment.outerTime(noisy));
            }
        }
        return plan;
    }

    /** The number of curves of a complete seed: two of depth, the inverses, three for each descent and eight for each depth of use. */
    public static int curvesOfSeed() {
        int starts = Start.values().length;
        int sizes = CurveExperiment.followedSizes().size();
        int descents = starts * (sizes * CurveExperiment.followed().size() + NOISY.size());
        int ofUse = 4 * Budget.values().length;
        return 2 + CodeSize.values().length + 3 * descents + ofUse * starts * sizes * USED.size();
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
        setting.listener().on(new TrainingEvent.PassStarted("over outer time and depth", (long) seeds * plan().size()));
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
                setting.ended(() -> {
                    results.set(i, curves);
                    return ended.incrementAndGet();
                });
            }
        });
        return results.stream().flatMap(List::stream).toList();
    }
}
