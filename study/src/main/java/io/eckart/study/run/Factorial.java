package io.eckart.study.run;

import io.eckart.model.Autoencoder;
import io.eckart.numerics.Workers;
import io.eckart.study.Budget;
import io.eckart.study.Measures;
import io.eckart.study.StudyDesign;
import io.eckart.study.StudyResult;
import io.eckart.study.StudyRun;
import io.eckart.study.StudySetting;
import io.eckart.study.trial.Replicate;
import io.eckart.study.trial.RunMeter;
import io.eckart.study.trial.RunTrainer;
import io.eckart.training.TrainingEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The designed experiment: makes every run that is not there yet, several at a time, and hands them on in the order of the design. */
final class Factorial {
    private final StudySetting setting;
    private final StudyDesign design;
    private final List<Replicate> replicates = new ArrayList<>();

    Factorial(StudySetting setting, StudyDesign design) {
        this.setting = setting;
        this.design = design;
        for (int seed = 0; seed < design.seeds(); seed++) {
            replicates.add(Replicate.of(setting.data(), design, setting.random(), seed));
        }
    }

    /**
     * Makes the missing runs.
     *
     * @param done results of whole runs that are there already
     * @param sink hears each run's results when it and all before it have ended
     * @return all results in the order of the design; fewer if the setting says stop
     */
    List<StudyResult> run(List<StudyResult> done, Consumer<List<StudyResult>> sink) {
        Set<StudyRun> known = done.stream().map(StudyResult::run).collect(Collectors.toSet());
        List<StudyRun> missing =
                design.runs().stream().filter(run -> !known.contains(run)).toList();
        setting.listener().on(new TrainingEvent.PassStarted("designed experiment", missing.size()));
        InOrder<List<StudyResult>> order = new InOrder<>(sink);
        try (Workers one = Workers.of(1)) {
            setting.workers().forEach(missing.size(), i -> {
                if (!setting.stop().getAsBoolean()) {
                    List<StudyResult> results = results(missing.get(i), one);
                    setting.ended(() -> order.put(i, results));
                }
            });
        }
        return sorted(done, order.all().stream().flatMap(List::stream).toList());
    }

    private List<StudyResult> results(StudyRun run, Workers one) {
        Replicate replicate = replicates.get(run.seed());
        Map<Budget, Autoencoder> models = new RunTrainer(design, replicate).train(run);
        RunMeter meter = new RunMeter(design, replicate, one);
        List<StudyResult> results = new ArrayList<>();
        for (Budget budget : Budget.values()) {
            Autoencoder model = models.get(budget);
            Measures measures = model == null ? Measures.none() : meter.of(model, run.corruption());
            results.add(new StudyResult(run, budget, design.codeSize(run.codeSize()), design.steps(budget), measures));
        }
        return results;
    }

    private List<StudyResult> sorted(List<StudyResult> done, List<StudyResult> made) {
        Map<StudyRun, List<StudyResult>> byRun =
                Stream.concat(done.stream(), made.stream()).collect(Collectors.groupingBy(StudyResult::run));
        return design.runs().stream()
                .flatMap(run -> byRun.getOrDefault(run, List.of()).stream())
                .toList();
    }
}
