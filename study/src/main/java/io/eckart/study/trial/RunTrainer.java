package io.eckart.study.trial;

import io.eckart.data.Features;
import io.eckart.data.corruption.CorruptionTasks;
import io.eckart.model.Autoencoder;
import io.eckart.network.Architecture;
import io.eckart.network.Dimensions;
import io.eckart.network.LinearArchitecture;
import io.eckart.numerics.RandomStreams;
import io.eckart.study.Budget;
import io.eckart.study.Parameterization;
import io.eckart.study.Start;
import io.eckart.study.StudyDesign;
import io.eckart.study.StudyRun;
import io.eckart.study.TrainingCorruption;
import io.eckart.training.AutoencoderConfig;
import io.eckart.training.AutoencoderFit;
import io.eckart.training.OptimizerConfig;
import io.eckart.training.RunOptions;
import io.eckart.training.StopReason;
import io.eckart.training.TrainingConfig;
import io.eckart.training.TrainingListener;
import io.eckart.training.autoencoder.AutoencoderTrainer;
import io.eckart.training.moments.DescentPath;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Trains one run with a constant rate, no mean removed: a linear form by plain gradient descent, on moments where these say all, else on
 * batches of a twentieth of the rows, where a step has the same rate; a network, which always removes the mean, by Adam.
 */
public record RunTrainer(StudyDesign design, Replicate replicate) {
    static final RunOptions SILENT = new RunOptions(1, TrainingListener.SILENT, () -> false, Optional.empty());

    /** The model at each budget; a budget is missing where the run has diverged before. */
    public Map<Budget, Autoencoder> train(StudyRun run) {
        return StudyDesign.isOnMoments(run.parameterization(), run.corruption()) ? onMoments(run) : onBatches(run);
    }

    private Map<Budget, Autoencoder> onMoments(StudyRun run) {
        DescentPath path = path(run);
        Map<Budget, Autoencoder> models = new EnumMap<>(Budget.class);
        for (Budget budget : Budget.values()) {
            path.advance((int) (design.steps(budget) - path.steps()));
            if (!path.hasDiverged()) {
                models.put(budget, path.model());
            }
        }
        return models;
    }

    /** The run at its start. */
    public DescentPath path(StudyRun run) {
        int k = design.codeSize(run.codeSize());
        return path(run.parameterization(), k, tasks(run), run.start(), replicate.random());
    }

    /** A descent on clean rows from a large start. */
    public DescentPath path(Parameterization form, int codeSize, RandomStreams start) {
        return path(form, codeSize, CorruptionTasks.NONE, Start.LARGE, start);
    }

    private DescentPath path(
            Parameterization form, int codeSize, CorruptionTasks tasks, Start start, RandomStreams random) {
        int d = design.features();
        LinearArchitecture architecture = (LinearArchitecture) form.architecture(d, codeSize);
        Dimensions dimensions = new Dimensions(d, codeSize, false, false);
        double[] parameters = LinearStart.of(architecture, dimensions, start, random.stream("start"));
        return new DescentPath(
                architecture, codeSize, replicate.moments(), new double[d], tasks, StudyDesign.RATE, parameters);
    }

    private CorruptionTasks tasks(StudyRun run) {
        return CorruptionTasks.of(run.corruption().corruption(design.noise(StudyDesign.NOISE), StudyDesign.HIDDEN));
    }

    /** A run of each budget; with a constant rate the shorter is the beginning of the longer, to the bit. */
    private Map<Budget, Autoencoder> onBatches(StudyRun run) {
        Map<Budget, Autoencoder> models = new EnumMap<>(Budget.class);
        for (Budget budget : Budget.values()) {
            int epochs = Math.max(1, design.steps(budget) / StudyDesign.STEPS_PER_EPOCH);
            Optional<Autoencoder> model = run.parameterization().isLinear()
                    ? new BatchDescent(design, replicate, run).end(tasks(run), epochs)
                    : network(run, epochs);
            model.ifPresent(found -> models.put(budget, found));
        }
        return models;
    }

    private Optional<Autoencoder> network(StudyRun run, int epochs) {
        int k = design.codeSize(run.codeSize());
        Architecture architecture = run.parameterization().architecture(design.features(), k);
        AutoencoderConfig config = AutoencoderConfig.of((features, codeSize) -> architecture, k)
                .withTasks(tasks(run))
                .withHiddenAsZeros(run.corruption() == TrainingCorruption.ZEROS)
                .withTraining(training(replicate, StudyDesign.NETWORK_RATE, epochs)
                        .withOptimizer(TrainingConfig.OptimizerKind.ADAM));
        AutoencoderFit fit =
                new AutoencoderTrainer(config, replicate.random(), SILENT).fit(Features.of(replicate.train()));
        return fit.training().stop() == StopReason.DIVERGED ? Optional.empty() : Optional.of(fit.model());
    }

    /** A constant rate on batches, nothing held out. */
    static TrainingConfig training(Replicate replicate, double rate, int epochs) {
        return TrainingConfig.DEFAULT
                .withObjective(TrainingConfig.ObjectiveKind.BATCHES)
                .withOptimizer(OptimizerConfig.DEFAULT
                        .withKind(TrainingConfig.OptimizerKind.SGD)
                        .withMomentum(0))
                .withLearningRate(rate)
                .withSchedule(TrainingConfig.Schedule.CONSTANT)
                .withStart(TrainingConfig.Start.RANDOM)
                .withHeldOut(0)
                .withEpochs(epochs)
                .withBatch(Math.max(1, replicate.train().rows() / StudyDesign.STEPS_PER_EPOCH));
    }
}
