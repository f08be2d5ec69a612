package io.eckart.study.demo;

import io.eckart.data.Table;
import io.eckart.data.TableSource;
import io.eckart.data.corruption.Corruption;
import io.eckart.data.corruption.CorruptionTasks;
import io.eckart.data.synthetic.SensorTable;
import io.eckart.model.PcaParameters;
import io.eckart.network.Blueprint;
import io.eckart.network.FreeEncoder;
import io.eckart.network.PinvEncoder;
import io.eckart.network.SharedEncoder;
import io.eckart.network.UnrolledEncoder;
import io.eckart.numerics.RandomStreams;
import io.eckart.numerics.Workers;
import io.eckart.study.demo.ParameterizationRuns.Run;
import io.eckart.task.FitOptions;
import io.eckart.task.fit.Fit;
import io.eckart.task.fit.FittedAutoencoder;
import io.eckart.task.fit.Response;
import io.eckart.training.AutoencoderConfig;
import io.eckart.training.AutoencoderFit;
import io.eckart.training.PcaConfig;
import io.eckart.training.TrainingConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Trains the four parameterizations with a narrow and a wide code, on clean and on noisy rows. */
record ParameterizationTrial(int rows, FitOptions options, Workers workers) {
    private static final double NOISE = 0.5;
    private static final int DEPTH = 10;
    /** An optimum below this part of the energy is zero except for rounding. */
    private static final double ZERO = 1e-9;

    /** All rows are trained on, so that the optimum is that of the very rows the error is measured on. */
    private static final TrainingConfig TRAINING = TrainingConfig.DEFAULT.withHeldOut(0);

    private record Parameterization(String name, Blueprint blueprint) {}

    private static final List<Parameterization> ALL = List.of(
            new Parameterization("P1 free", new FreeEncoder()),
            new Parameterization("P2 pseudo-inverse", new PinvEncoder()),
            new Parameterization("P3 partly shared", new SharedEncoder()),
            new Parameterization("P4 unrolled", UnrolledEncoder.automatic(DEPTH)));

    ParameterizationRuns run() {
        SensorTable usual = SensorTable.DEFAULT;
        int d = usual.sensors();
        Table table = new SensorTable(rows, d, usual.rank(), usual.noise(), 0, 0, options.seed())
                .generate()
                .table();
        List<Run> runs = new ArrayList<>();
        for (int k : new int[] {usual.rank(), 2 * d}) {
            PcaParameters pca = Fit.pca(table, PcaConfig.components(Math.min(k, d)), options)
                    .run()
                    .model()
                    .parameters();
            for (double noise : new double[] {0, NOISE}) {
                runs.addAll(runs(table, k, noise, pca));
            }
        }
        return new ParameterizationRuns(rows, d, runs);
    }

    private List<Run> runs(Table table, int codeSize, double noise, PcaParameters pca) {
        CorruptionTasks tasks = CorruptionTasks.of(Corruption.gaussian(noise));
        List<Run> runs = new ArrayList<>();
        for (Parameterization form : ALL) {
            AutoencoderConfig config = AutoencoderConfig.of(form.blueprint(), codeSize)
                    .withTasks(tasks)
                    .withTraining(TRAINING);
            FittedAutoencoder fitted = Fit.autoencoder(table, config, options);
            runs.add(run(form.name(), fitted, codeSize, noise, table));
            if (runs.size() == ALL.size()) {
                runs.add(control(pca, fitted.run(), codeSize, noise));
            }
        }
        return runs;
    }

    private Run run(String name, FittedAutoencoder fitted, int codeSize, double noise, Table table) {
        AutoencoderFit run = fitted.run();
        Response untrained = Response.of(
                run.untrained(),
                fitted.model().encoding().encode((TableSource) table),
                new RandomStreams(options.seed()),
                workers);
        return new Run(
                name,
                run.model().kind(),
                codeSize,
                trainedOn(noise),
                noise,
                Math.max(0, run.training().error()),
                run.optimum().orElseThrow(),
                gap(run.training().error(), run),
                Math.max(0, run.gap().orElseThrow()),
                fitted.diagnostics().identityDistance(),
                untrained.identityDistance(),
                run.training().history().size(),
                run.training().stop().name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }

    /** To the best of all linear maps, which the form of a run need not reach; below zero it is rounding. */
    private static double gap(double error, AutoencoderFit run) {
        double optimum = run.optimum().orElseThrow();
        return Math.max(0, error - optimum) / (optimum > ZERO * run.energy() ? optimum : run.energy());
    }

    private static String trainedOn(double noise) {
        return noise > 0 ? "noisy" : "clean";
    }

    /** PCA projects: its error under noise is that of clean rows plus the noise energy of its k directions (notes 15.4.2). */
    private static Run control(PcaParameters pca, AutoencoderFit same, int codeSize, double noise) {
        int k = pca.components().rows();
        double error = pca.optimum() + k * noise * noise;
        return new Run(
                "PCA",
                "pca",
                codeSize,
                trainedOn(noise),
                noise,
                error,
                same.optimum().orElseThrow(),
                gap(error, same),
                Double.NaN,
                Math.sqrt(1 - (double) k / pca.features()),
                Double.NaN,
                0,
                "closed form");
    }
}
