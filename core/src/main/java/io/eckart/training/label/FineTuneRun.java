package io.eckart.training.label;

import io.eckart.data.Targets;
import io.eckart.model.label.NetworkPredictor;
import io.eckart.model.label.PredictorParameters;
import io.eckart.network.layer.PredictorNetwork;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.RandomStreams;
import io.eckart.numerics.product.Reals;
import io.eckart.training.FineTuneConfig;
import io.eckart.training.FineTuneFit;
import io.eckart.training.HeldOut;
import io.eckart.training.RunOptions;
import io.eckart.training.StopReason;
import io.eckart.training.TrainingConfig;
import io.eckart.training.TrainingConfig.OptimizerKind;
import io.eckart.training.TrainingConfig.Schedule;
import io.eckart.training.TrainingConfig.Start;
import io.eckart.training.TrainingRun;
import io.eckart.training.autoencoder.BatchFit;
import io.eckart.training.batch.BatchProblem;
import io.eckart.training.batch.BatchSettings;
import io.eckart.training.batch.BatchTraining;
import io.eckart.training.batch.RowOrder;
import io.eckart.training.batch.ShuffledRows;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** The two phases of one fine-tuning. */
final class FineTuneRun {
    /** The part of the phase in which the weight of companions rises. */
    private static final double RISE = 0.3;

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
        double part = labelled.length < config.leastHeldOut() ? 0 : config.heldOut();
        HeldOut held = HeldOut.of(labelled.length, part, random.stream("held-out labels"));
        this.train = chosen(held.indices(false));
        BatchProblem plain = new BatchProblem(
                rows,
                train,
                chosen(held.indices(true)),
                start.origin(),
                start.scale(),
                config.tasks(),
                start.dimensions().indicator());
        this.problem = start.estimate()
                .map(pca -> plain.withInputs(BatchFit.filled(rows, pca)))
                .orElse(plain);
    }

    private int[] chosen(int[] of) {
        int[] chosen = new int[of.length];
        for (int i = 0; i < of.length; i++) {
            chosen[i] = labelled[of[i]];
        }
        return chosen;
    }

    FineTuneFit run() {
        int frozenEpochs = config.frozenEpochs(train.length);
        int epochs = config.epochs(train.length);
        TrainingRun frozen = frozenEpochs == 0 ? nothing(start.values()) : phase(true, frozenEpochs);
        boolean goesOn = frozen.stop() != StopReason.DIVERGED && frozen.stop() != StopReason.INTERRUPTED;
        boolean second = epochs > 0 && goesOn;
        TrainingRun last = second ? phase(frozen.parameters(), false, epochs) : frozen;
        return new FineTuneFit(
                NetworkPredictor.of(start.withValues(last.parameters())),
                labelled.length,
                problem.heldOut().length,
                frozen.history(),
                second ? last.history() : List.of(),
                last.stop(),
                last.message());
    }

    private static TrainingRun nothing(double[] parameters) {
        return new TrainingRun(parameters, Double.NaN, Double.NaN, 0, StopReason.BUDGET, "", List.of());
    }

    private TrainingRun phase(boolean frozen, int epochs) {
        return phase(start.values(), frozen, epochs);
    }

    private TrainingRun phase(double[] from, boolean frozen, int epochs) {
        RandomStreams phase = random.child("phase", frozen ? 0 : 1);
        double dropout = frozen ? 0 : config.dropout();
        LabelObjective objective = new LabelObjective(
                new PredictorNetwork(start.encoder(), start.head()),
                start.dimensions(),
                targets,
                dropout,
                config.temperature(),
                RISE * epochs,
                frozen);
        int batch = Math.min(config.batch(), train.length);
        int companions = frozen || others.length == 0 ? 0 : config.companions();
        RowOrder order = companions == 0
                ? new ShuffledRows(problem, batch, phase)
                : new LabelledRows(train, others, batch, companions, phase);
        BatchSettings settings = settings(frozen ? config.headRate() : config.rate(), batch * (1 + companions), epochs);
        try (BatchTraining training = new BatchTraining(problem, objective, order, settings, from, phase, options)) {
            return training.run(Optional.empty());
        }
    }

    private BatchSettings settings(double rate, int batch, int epochs) {
        TrainingConfig training = new TrainingConfig(
                Optional.empty(),
                Optional.of(OptimizerKind.ADAM),
                OptionalInt.of(epochs),
                OptionalInt.of(batch),
                OptionalDouble.of(rate),
                Schedule.COSINE,
                0,
                0,
                config.weightDecay(),
                Double.POSITIVE_INFINITY,
                Start.RANDOM,
                0,
                OptionalInt.of(epochs));
        return new BatchSettings(OptimizerKind.ADAM, epochs, batch, rate, epochs, training, Reals.Precision.FLOAT32);
    }
}
