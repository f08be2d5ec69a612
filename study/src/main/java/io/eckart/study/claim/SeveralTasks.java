package io.eckart.study.claim;

import io.eckart.data.corruption.Corruption;
import io.eckart.data.corruption.CorruptionTasks;
import io.eckart.data.corruption.Corruptor;
import io.eckart.data.synthetic.CurvedSurface;
import io.eckart.model.Autoencoder;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.RandomStreams;
import io.eckart.study.Claim;
import io.eckart.study.MeasuredNumber;
import io.eckart.study.StudyData;
import io.eckart.study.StudyDesign;
import io.eckart.study.StudySetting;
import io.eckart.study.trial.HeldOutErrors;
import io.eckart.training.AutoencoderConfig;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** A network trained to reconstruct, denoise and fill at once against networks trained for one of these with the same budget. */
record SeveralTasks() implements ClaimTest {
    private static final int HELD_OUT = 500;
    private static final double HIDDEN = 0.2;
    /** log10 of the ratio that counts as worse. */
    private static final double WORSE = Math.log10(1.05);

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

    @Override
    public String id() {
        return "several-tasks-not-worse";
    }

    @Override
    public Claim test(StudySetting setting) {
        String rows = setting.data().generated()
                ? "rows near a surface of dimension 2 that bends through 6 of 10 directions"
                : setting.data().name();
        return judge(
                SeedRuns.of(id(), setting, random -> Run.of(setting, random).measure()), rows);
    }

    Claim judge(SeedRuns runs, String rows) {
        Evidence evidence = new Evidence();
        for (Task task : Task.values()) {
            evidence.below("to " + task.label + ", against the specialist", ratio(runs, task, ALL), WORSE);
        }
        for (Task specialist : Task.values()) {
            String where = "in the mean over the tasks, against the network to " + specialist.label;
            evidence.below(where, together(runs, specialist), WORSE);
        }
        for (Task task : Task.values()) {
            for (Task other : Task.values()) {
                if (other != task) {
                    evidence.note(ratio(runs, task, other.label));
                }
            }
            evidence.note(ratio(runs, task, LONGER))
                    .note(runs.mean("error of the specialist to " + task.label, name(task, task.label)));
        }
        String figures = Arrays.stream(Task.values())
                .map(task -> ratio(runs, task, ALL).ratioText() + " to " + task.label)
                .collect(Collectors.joining(", "));
        return evidence.claim(
                id(),
                "15.5.2",
                "Training on several tasks is not worse than training on one.",
                rows
                        + "; a network with d' < k < d trained for all three tasks in turn against three trained for one each, as many"
                        + " epochs from the same start; squared error on held-out rows of clean input, of input with noise of"
                        + " half the root mean square cell, and in holes of a fifth of the cells; worse: by 5 %;"
                        + " the mean over the tasks is geometric",
                "error of the network of all tasks over that of the specialist: " + figures);
    }

    /** The mean over the tasks of log10 of the ratios of the errors. */
    private static MeasuredNumber together(SeedRuns runs, Task specialist) {
        String name = "log10 of the error in the mean over the tasks of the network for all three over that to "
                + specialist.label;
        return MeasuredNumber.difference(name, meanOfLogs(runs, ALL), meanOfLogs(runs, specialist.label));
    }

    private static double[] meanOfLogs(SeedRuns runs, String trained) {
        double[] mean = new double[runs.count()];
        for (Task task : Task.values()) {
            double[] errors = runs.values(name(task, trained));
            for (int seed = 0; seed < mean.length; seed++) {
                mean[seed] += Math.log10(errors[seed]) / Task.values().length;
            }
        }
        return mean;
    }

    private static MeasuredNumber ratio(SeedRuns runs, Task task, String trained) {
        String network = trained.startsWith(ALL) ? trained : "the task to " + trained;
        String label =
                "log10 of the error to " + task.label + " of the network for " + network + " over the specialist's";
        return runs.logRatio(label, name(task, trained), name(task, task.label));
    }

    private static String name(Task task, String trained) {
        return task.label + " by " + trained;
    }

    /** One seed. */
    private record Run(
            StudySetting setting,
            RandomStreams random,
            FloatMatrix train,
            FloatMatrix test,
            int codeSize,
            double unit) {
        static Run of(StudySetting setting, RandomStreams random) {
            StudyData data = setting.data();
            if (!data.generated()) {
                int k = (data.intrinsicDimension() + data.features()) / 2;
                return new Run(setting, random, data.train(), data.test(), k, StudyDesign.unit(data.train()));
            }
            int rows = HELD_OUT + setting.scale().choose(1000, 1500);
            long seed = random.stream("surface").nextLong();
            SurfaceRows surface = SurfaceRows.of(new CurvedSurface(rows, 10, 2, 1, 0, 0.1, seed), HELD_OUT);
            return new Run(setting, random, surface.train(), surface.test(), 4, StudyDesign.unit(surface.train()));
        }

        Map<String, Double> measure() {
            Map<String, Double> measured = new LinkedHashMap<>();
            for (Task task : Task.values()) {
                measure(task.label, CorruptionTasks.of(task.corruption(unit)), measured);
            }
            CorruptionTasks all = new CorruptionTasks(Arrays.stream(Task.values())
                    .map(task -> new CorruptionTasks.Task(task.corruption(unit), 1))
                    .toList());
            measure(ALL, all, measured);
            measure(LONGER, all, measured);
            return measured;
        }

        private void measure(String trained, CorruptionTasks tasks, Map<String, Double> measured) {
            Autoencoder network = trained(tasks, trained.equals(LONGER) ? Task.values().length : 1);
            for (Task task : Task.values()) {
                FloatMatrix input = new Corruptor(task.corruption(unit), random).next(test);
                double error = task == Task.FILL
                        ? HeldOutErrors.perHole(network, input, test, setting.workers())
                        : HeldOutErrors.perRow(network, input, test, setting.workers());
                measured.put(name(task, trained), error);
            }
        }

        private Autoencoder trained(CorruptionTasks tasks, int times) {
            AutoencoderConfig config =
                    StudyFits.network(codeSize, 50, times * setting.scale().choose(50, 80));
            return new StudyFits(setting)
                    .autoencoder(config.withTasks(tasks), train, random)
                    .model();
        }
    }
}
