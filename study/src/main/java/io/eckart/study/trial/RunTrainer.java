package io.eckart.study.trial;

import io.eckart.data.Features;
import io.eckart.data.corruption.CorruptionTasks;
import io.eckart.model.Autoencoder;
import io.eckart.network.Architecture;
import io.eckart.network.LinearArchitecture;
import io.eckart.study.Budget;
import io.eckart.study.Parameterization;
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
 * Trains one run by gradient descent from a random start with a constant rate: on moments where these say all, else on batches of a
 * twentieth of the rows, where a step has the same rate; a network by Adam.
 */
public record RunTrainer(StudyDesign design, Replicate replicate) {

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
        LinearArchitecture architecture =
                (LinearArchitecture) run.parameterization().architecture(design.features(), k);
        return new DescentPath(architecture, k, replicate.moments(), tasks(run), StudyDesign.RATE, replicate.random());
    }

    private CorruptionTasks tasks(StudyRun run) {
        return CorruptionTasks.of(run.corruption().corruption(design.noise(StudyDesign.NOISE), StudyDesign.HIDDEN));
    }

    /** A run of each budget; with a constant rate the shorter is the beginning of the longer, to the bit. */
    private Map<Budget, Autoencoder> onBatches(StudyRun run) {
        Map<Budget, Autoencoder> models = new EnumMap<>(Budget.class);
        for (Budget budget : Budget.values()) {
            AutoencoderFit fit = new AutoencoderTrainer(
                            config(run, design.steps(budget) / StudyDesign.STEPS_PER_EPOCH),
                            replicate.random(),
                            new RunOptions(1, TrainingListener.SILENT, () -> false, Optional.empty()))
                    .fit(Features.of(replicate.train()));
            if (fit.training().stop() != StopReason.DIVERGED) {
                models.put(budget, fit.model());
            }
        }
        return models;
    }

    private AutoencoderConfig config(StudyRun run, int epochs) {
        int k = design.codeSize(run.codeSize());
        Architecture architecture = run.parameterization().architecture(design.features(), k);
        return AutoencoderConfig.of((features, codeSize) -> architecture, k)
                .withCenter(run.parameterization().isLinear())
                .withTasks(tasks(run))
                .withHiddenAsZeros(run.corruption() == TrainingCorruption.ZEROS)
                .withTraining(training(run.parameterization(), epochs));
    }

    private TrainingConfig training(Parameterization form, int epochs) {
        boolean linear = form.isLinear();
        TrainingConfig config = TrainingConfig.DEFAULT
                .withObjective(TrainingConfig.ObjectiveKind.BATCHES)
                .withOptimizer(OptimizerConfig.DEFAULT
                        .withKind(linear ? TrainingConfig.OptimizerKind.SGD : TrainingConfig.OptimizerKind.ADAM)
                        .withMomentum(0))
                .withLearningRate(
                        linear ? StudyDesign.RATE * DescentPath.unit(replicate.moments()) : StudyDesign.NETWORK_RATE)
                .withSchedule(TrainingConfig.Schedule.CONSTANT)
                .withStart(TrainingConfig.Start.RANDOM)
                .withHeldOut(0)
                .withEpochs(epochs);
        return config.withBatch(Math.max(1, replicate.train().rows() / StudyDesign.STEPS_PER_EPOCH));
    }
}
