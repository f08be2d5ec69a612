package io.eckart.training.label;

import io.eckart.data.Targets;
import io.eckart.model.label.NetworkPredictor;
import io.eckart.model.label.PredictorParameters;
import io.eckart.network.layer.PredictorNetwork;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.RandomStreams;
import io.eckart.training.EpochRecord;
import io.eckart.training.FineTuneConfig;
import io.eckart.training.FineTuneFit;
import io.eckart.training.HeldOut;
import io.eckart.training.JobStep;
import io.eckart.training.JobSteps;
import io.eckart.training.OptimizerConfig;
import io.eckart.training.RunOptions;
import io.eckart.training.StopReason;
import io.eckart.training.TrainingConfig.OptimizerKind;
import io.eckart.training.TrainingRun;
import io.eckart.training.autoencoder.BatchFit;
import io.eckart.training.batch.BatchProblem;
import io.eckart.training.batch.BatchSettings;
import io.eckart.training.batch.BatchTraining;
import io.eckart.training.batch.RowOrder;
import io.eckart.training.batch.ShuffledRows;
import io.eckart.training.batch.TrainedParameters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The two phases of one fine-tuning. */
final class FineTuneRun {
    /** The part of the phase over which the weight of companions rises. */
    private static final double RISE = 0.3;
    /** Seconds of an epoch with hardly any rows. */
    private static final double LEAST_EPOCH = 1e-3;

    private final FineTuneConfig config;
    private final RandomStreams random;
    private final RunOptions options;
    private final Targets targets;
    private final PredictorParameters start;
    private final int[] labelled;
    private final int[] train;
    private final int[] others;
    private final BatchProblem problem;

    FineTuneRun(
            FineTuneConfig config,
            RandomStreams random,
            RunOptions options,
            FloatMatrix rows,
            Targets targets,
            int[] labelled,
            int[] others,
            PredictorParameters start) {
        this.config = config;
        this.random = random;
        this.options = options;
        this.targets = targets;
        this.start = start;
        this.labelled = labelled;
        this.others = others;
        boolean few = labelled.length < config.heldOut().leastRows();
        double part = few ? 0 : config.heldOut().part();
        HeldOut held = HeldOut.of(labelled.length, part, random.stream("held-out labels"));
        this.train = chosen(held.train());
        int[] heldOut = chosen(held.heldOut());
        boolean partial = start.dimensions().indicator();
        BatchProblem plain =
                new BatchProblem(rows, train, heldOut, start.origin(), start.scale(), config.tasks(), partial);
        this.problem = start.estimate()
                .map(pca -> plain.withInputs(BatchFit.filled(rows, pca)))
                .orElse(plain);
    }

    private int[] chosen(int[] indices) {
        return Arrays.stream(indices).map(i -> labelled[i]).toArray();
    }

    FineTuneFit run() {
        int frozenEpochs = config.frozenEpochs(train.length);
        int epochs = config.epochs(train.length);
        try (JobSteps steps =
                JobSteps.begin("fine-tuning", plan(frozenEpochs, epochs), options.listener(), () -> false)) {
            TrainedParameters frozen = untrained();
            if (frozenEpochs > 0) {
                steps.next();
                frozen = phase(start.values(), true, frozenEpochs);
            }
            TrainedParameters last = frozen;
            boolean second = epochs > 0 && isWhole(frozen);
            if (second) {
                steps.next();
                last = phase(frozen.parameters(), false, epochs);
            }
            FineTuneFit fit = fit(frozen, last, second ? last.run().history() : List.of());
            return isWhole(last) ? steps.complete(fit) : fit;
        }
    }

    private FineTuneFit fit(TrainedParameters frozen, TrainedParameters last, List<EpochRecord> tuned) {
        NetworkPredictor model = NetworkPredictor.of(start.withValues(last.parameters()));
        int held = problem.heldOut().length;
        TrainingRun end = last.run();
        return new FineTuneFit(model, labelled.length, held, frozen.run().history(), tuned, end.stop(), end.message());
    }

    private static boolean isWhole(TrainedParameters phase) {
        StopReason stop = phase.run().stop();
        return stop != StopReason.DIVERGED && stop != StopReason.INTERRUPTED;
    }

    private List<JobStep> plan(int frozenEpochs, int epochs) {
        // Three products of two operations for each weight; the head alone needs the first only.
        double product = 2.0 * train.length * start.values().length / 3e10;
        List<JobStep> plan = new ArrayList<>();
        if (frozenEpochs > 0) {
            plan.add(JobStep.of("head alone", frozenEpochs * (product + LEAST_EPOCH)));
        }
        if (epochs > 0) {
            double seen = 1 + (others.length == 0 ? 0 : config.companions().perRow());
            plan.add(JobStep.of("all parameters", epochs * (3 * product * seen + LEAST_EPOCH)));
        }
        return plan;
    }

    private TrainedParameters untrained() {
        TrainingRun run = new TrainingRun(Double.NaN, Double.NaN, 0, StopReason.BUDGET, "", List.of());
        return new TrainedParameters(start.values(), run);
    }

    private TrainedParameters phase(double[] from, boolean frozen, int epochs) {
        RandomStreams phase = random.child("phase", frozen ? 0 : 1);
        double dropout = frozen ? 0 : config.dropout();
        PredictorNetwork network = new PredictorNetwork(start.encoder(), start.head());
        double temperature = config.companions().temperature();
        LabelObjective objective =
                new LabelObjective(network, start.dimensions(), targets, dropout, temperature, RISE * epochs, frozen);
        int batch = Math.min(config.batch(), train.length);
        int companions = frozen || others.length == 0 ? 0 : config.companions().perRow();
        RowOrder order = companions == 0
                ? new ShuffledRows(problem, batch, phase)
                : new LabelledRows(train, others, batch, companions, phase);
        double rate = (frozen ? config.head() : config.whole()).learningRate();
        OptimizerConfig adam = OptimizerConfig.DEFAULT
                .withKind(OptimizerKind.ADAM)
                .withLearningRate(rate)
                .withWeightDecay(config.weightDecay());
        BatchSettings settings = new BatchSettings(adam, epochs, batch * (1 + companions), epochs);
        try (BatchTraining training = new BatchTraining(problem, objective, order, settings, from, phase, options)) {
            return training.run(Optional.empty());
        }
    }
}
