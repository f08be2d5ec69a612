package io.eckart.training.autoencoder;

import io.eckart.data.Features;
import io.eckart.data.Fingerprint;
import io.eckart.model.Autoencoder;
import io.eckart.model.CellEstimate;
import io.eckart.model.Pca;
import io.eckart.network.Architecture;
import io.eckart.network.Dimensions;
import io.eckart.network.LinearArchitecture;
import io.eckart.network.NetworkEncoder;
import io.eckart.network.kind.Networks;
import io.eckart.network.layer.LayerStack;
import io.eckart.network.pass.Subspace;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.product.Reals64;
import io.eckart.numerics.statistics.ObservedColumns;
import io.eckart.training.AutoencoderConfig;
import io.eckart.training.AutoencoderFit;
import io.eckart.training.MissingCells;
import io.eckart.training.OptimizerConfig;
import io.eckart.training.PcaConfig;
import io.eckart.training.RowsInMemory;
import io.eckart.training.StopReason;
import io.eckart.training.TrainingConfig.ObjectiveKind;
import io.eckart.training.TrainingConfig.Start;
import io.eckart.training.batch.BatchObjective;
import io.eckart.training.batch.BatchProblem;
import io.eckart.training.batch.BatchSettings;
import io.eckart.training.batch.BatchTraining;
import io.eckart.training.batch.Checkpoint;
import io.eckart.training.batch.ReconstructionObjective;
import io.eckart.training.batch.TrainedParameters;
import io.eckart.training.moments.TrainingSetting;
import io.eckart.training.pca.PcaTrainer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** Fits an autoencoder on batches of rows in memory: standardisation, the start, the run, the model. */
public final class BatchFit {
    private final TrainingSetting setting;
    private final AutoencoderConfig config;
    private final Architecture architecture;
    private final Dimensions dimensions;
    private final BatchProblem problem;
    private final double[] means;
    private final BatchSettings settings;
    private final Optional<Pca> estimate;
    private double gradientNorm = Double.NaN;

    private BatchFit(TrainingSetting setting) {
        this.setting = setting;
        this.config = setting.config();
        this.architecture = setting.architecture();
        FloatMatrix rows = RowsInMemory.of(setting.source());
        boolean partial = config.tasks().hides() || MissingCells.in(rows, setting.workers());
        boolean network = architecture instanceof NetworkEncoder;
        this.dimensions = new Dimensions(
                setting.features(),
                config.codeSize(),
                partial && architecture.readsIndicator() && !config.hiddenAsZeros(),
                config.bias() && !network);
        int[] train = setting.held().train();
        this.means = ObservedColumns.means(rows, train);
        double[] origin = config.center() || network ? means : new double[means.length];
        double scale = ObservedColumns.scale(rows, train, config.bias() ? means : origin);
        BatchProblem plain =
                new BatchProblem(rows, train, setting.held().heldOut(), origin, scale, config.tasks(), partial);
        // Estimates cannot be prepared for cells that are hidden at random in every epoch.
        boolean estimates = network && partial && config.tasks().isNone();
        this.estimate = estimates ? Optional.of(pca(plain, true)) : Optional.empty();
        this.problem = estimate.map(pca -> plain.withInputs(filled(rows, pca))).orElse(plain);
        this.settings = BatchSettings.of(config.training(), train.length);
    }

    static AutoencoderFit of(TrainingSetting setting, String reason) {
        return new BatchFit(setting).fit(reason);
    }

    private AutoencoderFit fit(String reason) {
        double[] random = setting.start(dimensions);
        double[] start = random.clone();
        String where = start(start);
        TrainedParameters trained = setting.isIdentity() && !dimensions.indicator()
                ? setting.identity(start, Double.NaN, Double.NaN)
                : train(start);
        return new AutoencoderFit(
                model(trained.parameters()),
                model(random),
                ObjectiveKind.BATCHES,
                reason,
                trained.run(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                problem.scale() * problem.scale() * dimensions.features(),
                gradientNorm,
                setting.held().flags(),
                settings(where));
    }

    private Map<String, String> settings(String where) {
        Map<String, String> all = setting.settings();
        OptimizerConfig optimizer = settings.optimizer();
        all.put("objective", "batches");
        all.put("optimizer", settings.kind().name().toLowerCase(Locale.ROOT));
        all.put("epochs", String.valueOf(settings.epochs()));
        all.put("batch", String.valueOf(settings.batch()));
        all.put("learning_rate", String.valueOf(settings.learningRate()));
        all.put("schedule", optimizer.schedule().name().toLowerCase(Locale.ROOT));
        all.put("warm_up", String.valueOf(optimizer.warmUp()));
        all.put("momentum", String.valueOf(optimizer.momentum()));
        all.put("weight_decay", String.valueOf(optimizer.weightDecay()));
        all.put("clip", String.valueOf(optimizer.clip()));
        all.put("patience", String.valueOf(settings.patience()));
        all.put("start", where);
        return all;
    }

    private TrainedParameters train(double[] start) {
        BatchObjective objective = new ReconstructionObjective(problem, architecture, dimensions);
        try (BatchTraining training =
                new BatchTraining(problem, objective, settings, start, setting.random(), setting.options())) {
            TrainedParameters trained = training.run(checkpoint());
            StopReason stop = trained.run().stop();
            boolean ended = stop != StopReason.DIVERGED && stop != StopReason.INTERRUPTED;
            if (ended && architecture instanceof LinearArchitecture) {
                gradientNorm = AutoencoderFit.relativeNorm(
                        training.gradient(trained.parameters()), trained.parameters(), objective.yardstick());
            }
            return trained;
        }
    }

    private Optional<Checkpoint> checkpoint() {
        return setting.options().checkpoint().map(folder -> new Checkpoint(folder, identityOfRun()));
    }

    /** Data, seed and everything decided; two runs with the same make the same steps. */
    private Map<String, String> identityOfRun() {
        Map<String, String> all = settings(config.training().start().name());
        all.put("data", Fingerprint.of(setting.source()));
        all.put("seed", String.valueOf(setting.random().seed()));
        all.put("model", architecture.kind());
        return all;
    }

    /** Moves a random start to PCA where that is asked for and possible; returns a description of the start. */
    private String start(double[] start) {
        if (config.training().start() == Start.STACKED) {
            return stacked(start);
        }
        boolean moved = config.training().start() == Start.PCA
                && Networks.of(architecture).startAt(dimensions, new Reals64(start), principal());
        return moved ? "pca" : "random";
    }

    /** Moves a random start to layers trained one by one; returns a description with the error of each. */
    private String stacked(double[] start) {
        if (!(architecture instanceof NetworkEncoder network)) {
            throw new IllegalArgumentException(
                    "a " + architecture.kind() + " is not pre-trained layer by layer; that goes with a network");
        }
        LayerStack stack = new LayerStack(network, dimensions);
        List<LayerRecord> layers =
                new StackedPretraining(stack, problem, settings, setting.random(), setting.options()).train(start);
        return "stacked: " + layers.stream().map(LayerRecord::toString).collect(Collectors.joining("; "));
    }

    /** The principal components of the rows trained on, as many as the code can hold, in units of the problem. */
    private Subspace principal() {
        boolean network = architecture instanceof NetworkEncoder;
        boolean throughMean = dimensions.bias() || network;
        Pca pca = estimate.orElseGet(() -> pca(problem, config.center() || throughMean));
        double[] mean = pca.parameters().means().clone();
        Arrays.setAll(mean, j -> (mean[j] - problem.origin()[j]) / problem.scale());
        double[] energies = new double[pca.codeSize()];
        Arrays.setAll(energies, pca.parameters()::energy);
        return Subspace.of(pca.components(), mean, throughMean)
                .withNoise(energies, config.tasks().noiseVariance());
    }

    private Pca pca(BatchProblem standardized, boolean centered) {
        int components = Math.min(dimensions.codeSize(), Math.min(standardized.train().length, dimensions.features()));
        return new PcaTrainer(
                        PcaConfig.components(components).withCenter(centered),
                        setting.random(),
                        setting.workers(),
                        setting.options().listener(),
                        setting.options().stop())
                .fit(Features.of(trainRows(standardized)))
                .model();
    }

    /** A copy of the rows with conditional means in place of missing cells. */
    public static FloatMatrix filled(FloatMatrix rows, Pca pca) {
        FloatMatrix filled = rows.copyRows(0, rows.rows());
        for (int i = 0; i < rows.rows(); i++) {
            if (rows.hasMissing(i)) {
                pca.fillMissing(filled, i);
            }
        }
        return filled;
    }

    private static FloatMatrix trainRows(BatchProblem rows) {
        return rows.heldOut().length == 0 ? rows.rows() : rows.rows().selectRows(rows.train());
    }

    private Autoencoder model(double[] parameters) {
        return setting.model(
                dimensions,
                parameters,
                problem.origin(),
                problem.scale(),
                means,
                estimate.map(CellEstimate.class::cast));
    }
}
