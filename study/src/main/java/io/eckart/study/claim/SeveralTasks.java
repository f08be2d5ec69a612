package io.eckart.study.claim;

import static io.eckart.study.judgement.PlannedClaim.levels;

import io.eckart.data.corruption.Corruption;
import io.eckart.data.corruption.CorruptionTasks;
import io.eckart.data.corruption.Corruptor;
import io.eckart.model.Autoencoder;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.RandomStreams;
import io.eckart.study.Border;
import io.eckart.study.StudyDesign;
import io.eckart.study.StudySetting;
import io.eckart.study.judgement.PlannedClaim;
import io.eckart.study.judgement.SeedRuns;
import io.eckart.study.trial.HeldOutErrors;
import io.eckart.training.AutoencoderConfig;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** A network trained to reconstruct, denoise and fill at once against networks trained for one of these with the same budget. */
final class SeveralTasks {
    private static final String ID = "several-tasks-not-worse";
    private static final double HIDDEN = 0.2;
    /** The ratio of errors that counts as worse. */
    private static final double WORSE = 1.05;

    private static final String ALL = "all three";
    private static final String LONGER = "all three, three times as long";

    /** What a network is trained for and measured by. */
    private enum Task {
        RECONSTRUCT("reconstruct"),
        DENOISE("denoise"),
        FILL("fill");

        private final String label;

        Task(String label) {
            this.label = label;
        }

        Corruption corruption(double unit) {
            return switch (this) {
                case RECONSTRUCT -> Corruption.NONE;
                case DENOISE -> Corruption.gaussian(unit / 2);
                case FILL -> Corruption.mask(HIDDEN);
            };
        }
    }

    private SeveralTasks() {}

    static PlannedClaim<SeedRuns> test(StudySetting study) {
        PlannedClaim.Builder<SeedRuns> claim = new PlannedClaim.Builder<SeedRuns>(
                        ID,
                        "15.5.2",
                        "Training on several tasks is not worse than training on one.",
                        BentRows.measuredOn(study))
                .experiment(
                        "a network with d' < k < d trained for all three tasks in turn against three trained for one each, as"
                                + " many epochs from the same start; held-out rows, clean, with noise of half the root mean square cell,"
                                + " and with a fifth of the cells hidden")
                .ratio(
                        "squared error of the network for all tasks over that of the specialist; not worse: less than 5 %")
                .control("more training: as many epochs; with three times as many it is noted");
        for (Task task : Task.values()) {
            claim.setting(
                    "to " + task.label + ", against its specialist",
                    levels("task", task.label),
                    Border.below(WORSE),
                    runs -> runs.ratios(name(task, ALL), name(task, task.label)));
        }
        for (Task specialist : Task.values()) {
            claim.setting(
                    "mean over the tasks, against the network to " + specialist.label,
                    levels("task", "all"),
                    Border.below(WORSE),
                    runs -> together(runs, specialist));
        }
        for (Task task : Task.values()) {
            claim.note(
                            "three times as long, error over the specialist's to " + task.label,
                            runs -> runs.ratios(name(task, LONGER), name(task, task.label)))
                    .note("error of the specialist to " + task.label, runs -> runs.values(name(task, task.label)));
        }
        return claim.from(setting ->
                SeedRuns.of(ID, setting, random -> new Run(setting, random, BentRows.of(setting, random)).measure()));
    }

    /** The geometric mean over the tasks of the ratios of the errors. */
    private static double[] together(SeedRuns runs, Task specialist) {
        double[] mean = new double[runs.count()];
        for (Task task : Task.values()) {
            double[] ratios = runs.ratios(name(task, ALL), name(task, specialist.label));
            for (int seed = 0; seed < mean.length; seed++) {
                mean[seed] += Math.log(ratios[seed]) / Task.values().length;
            }
        }
        return Arrays.stream(mean).map(Math::exp).toArray();
    }

    private static String name(Task task, String trained) {
        return task.label + " by " + trained;
    }

    /** One seed. */
    private record Run(StudySetting setting, RandomStreams random, BentRows rows) {
        private double unit() {
            return StudyDesign.unit(rows.train());
        }

        Map<String, Double> measure() {
            Map<String, Double> measured = new LinkedHashMap<>();
            for (Task task : Task.values()) {
                measure(task.label, CorruptionTasks.of(task.corruption(unit())), measured);
            }
            CorruptionTasks all = new CorruptionTasks(Arrays.stream(Task.values())
                    .map(task -> new CorruptionTasks.Task(task.corruption(unit()), 1))
                    .toList());
            measure(ALL, all, measured);
            measure(LONGER, all, measured);
            return measured;
        }

        private void measure(String trained, CorruptionTasks tasks, Map<String, Double> measured) {
            Autoencoder network = trained(tasks, trained.equals(LONGER) ? Task.values().length : 1);
            for (Task task : Task.values()) {
                FloatMatrix input = new Corruptor(task.corruption(unit()), random).next(rows.test());
                double error = task == Task.FILL
                        ? HeldOutErrors.perHole(network, input, rows.test(), setting.workers())
                        : HeldOutErrors.perRow(network, input, rows.test(), setting.workers());
                measured.put(name(task, trained), error);
            }
        }

        private Autoencoder trained(CorruptionTasks tasks, int times) {
            AutoencoderConfig config = StudyFits.network(
                    rows.codeSize(), 50, times * setting.scale().choose(50, 80));
            return new StudyFits(setting)
                    .autoencoder(config.withTasks(tasks), rows.train(), random)
                    .model();
        }
    }
}
