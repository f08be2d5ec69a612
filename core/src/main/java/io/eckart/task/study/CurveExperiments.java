package io.eckart.task.study;

import io.eckart.training.TrainingEvent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;

/** Follows quantities over budgets and depths for several seeds, several at a time, in a fixed order. */
final class CurveExperiments {
    private final StudySetting setting;
    private final StudyDesign design;

    CurveExperiments(StudySetting setting, StudyDesign design) {
        this.setting = setting;
        this.design = design;
    }

    /**
     * One experiment.
     *
     * @param figure its first picture
     * @param series its series in that
     */
    private record Planned(
            CurveFigure figure, String series, int seed, Function<CurveExperiment, List<SeedCurve>> experiment) {}

    private List<Planned> plan() {
        List<Planned> plan = new ArrayList<>();
        for (int seed = 0; seed < CurveExperiment.seeds(design.scale()); seed++) {
            plan.add(new Planned(CurveFigure.DEPTH, "measured", seed, CurveExperiment::depth));
            for (CodeSize size : List.of(CodeSize.BELOW, CodeSize.INTRINSIC, CodeSize.BETWEEN)) {
                plan.add(new Planned(CurveFigure.INVERSE, size.label(), seed, e -> e.inverse(size)));
            }
            for (Parameterization form : CurveExperiment.followed()) {
                for (TrainingCorruption corruption : List.of(TrainingCorruption.NONE, TrainingCorruption.GAUSSIAN)) {
                    String series = CurveExperiment.series(form, corruption);
                    plan.add(new Planned(CurveFigure.IDENTITY, series, seed, e -> e.identity(form, corruption)));
                }
            }
        }
        return plan;
    }

    /**
     * Makes the curves that are not there yet; those of a seed are handed on together.
     *
     * @return all curves; fewer if the setting says stop
     */
    List<SeedCurve> run(List<SeedCurve> done, Consumer<List<SeedCurve>> sink) {
        Set<List<Object>> known = new HashSet<>();
        done.forEach(curve -> known.add(List.of(curve.figure(), curve.series(), curve.seed())));
        List<Planned> missing = plan().stream()
                .filter(p -> !known.contains(List.of(p.figure, p.series, p.seed)))
                .toList();
        setting.listener().on(new TrainingEvent.PassStarted("over budget and depth", missing.size()));
        List<SeedCurve> all = new ArrayList<>(done);
        AtomicInteger ended = new AtomicInteger();
        for (int seed = 0; seed < CurveExperiment.seeds(design.scale()); seed++) {
            int of = seed;
            List<SeedCurve> made =
                    make(missing.stream().filter(p -> p.seed == of).toList(), ended);
            if (!made.isEmpty()) {
                sink.accept(made);
            }
            all.addAll(made);
        }
        return List.copyOf(all);
    }

    private List<SeedCurve> make(List<Planned> planned, AtomicInteger ended) {
        if (planned.isEmpty() || setting.stop().getAsBoolean()) {
            return List.of();
        }
        int seed = planned.getFirst().seed;
        Replicate replicate = Replicate.of(setting.data(), design, setting.random(), seed);
        CurveExperiment experiment = new CurveExperiment(design, replicate, seed);
        List<List<SeedCurve>> results = new ArrayList<>(java.util.Collections.nCopies(planned.size(), List.of()));
        setting.workers().forEach(planned.size(), i -> {
            if (!setting.stop().getAsBoolean()) {
                List<SeedCurve> curves = planned.get(i).experiment.apply(experiment);
                synchronized (results) {
                    results.set(i, curves);
                    setting.listener().on(new TrainingEvent.RowsSeen(ended.incrementAndGet()));
                }
            }
        });
        return results.stream().flatMap(List::stream).toList();
    }
}
