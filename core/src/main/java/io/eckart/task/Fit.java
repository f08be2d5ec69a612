package io.eckart.task;

import io.eckart.data.Corruption;
import io.eckart.data.CorruptionTasks;
import io.eckart.data.DataException;
import io.eckart.data.Encoding;
import io.eckart.data.FeatureSource;
import io.eckart.data.Features;
import io.eckart.data.Fingerprint;
import io.eckart.data.FingerprintedSource;
import io.eckart.data.SelectedRows;
import io.eckart.data.TableSource;
import io.eckart.model.Autoencoder;
import io.eckart.model.Blend;
import io.eckart.model.EckartVersion;
import io.eckart.model.FittedModel;
import io.eckart.model.KMeans;
import io.eckart.model.Model;
import io.eckart.model.Pca;
import io.eckart.model.Provenance;
import io.eckart.model.Reconstructor;
import io.eckart.model.ScoreReference;
import io.eckart.network.UnrolledEncoder;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.LinearAlgebra;
import io.eckart.numerics.RandomStreams;
import io.eckart.numerics.Workers;
import io.eckart.training.AutoencoderConfig;
import io.eckart.training.AutoencoderFit;
import io.eckart.training.AutoencoderTrainer;
import io.eckart.training.GaussianConfig;
import io.eckart.training.GaussianFit;
import io.eckart.training.GaussianTrainer;
import io.eckart.training.KMeansConfig;
import io.eckart.training.KMeansFit;
import io.eckart.training.KMeansTrainer;
import io.eckart.training.MaskedConfig;
import io.eckart.training.MaskedFit;
import io.eckart.training.MaskedTrainer;
import io.eckart.training.NeighboursConfig;
import io.eckart.training.NoiseLevel;
import io.eckart.training.PcaConfig;
import io.eckart.training.PcaFit;
import io.eckart.training.PcaTrainer;
import io.eckart.training.RowStatistics;
import io.eckart.training.RowsInMemory;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;

/** Fits a model to a table: columns to features, training, evaluation over the same rows, provenance. */
public final class Fit {
    /** Rows are kept in memory where they take at most this part of the heap; else they are read anew in each pass. */
    private static final double PART_OF_HEAP = 0.25;

    /** Of the encoder of {@link FillMethod.Unrolled}, as of other unrolled ones unless told. */
    private static final int STEPS = 10;

    private final TableSource table;
    private final FitOptions options;
    private final Encoding encoding;
    private final FingerprintedSource features;
    private final long started = System.nanoTime();

    private Fit(TableSource table, FitOptions options) {
        this(table, options, Encoding.fit(table, options.scaling()));
    }

    private Fit(TableSource table, FitOptions options, Encoding encoding) {
        this.table = table;
        this.options = options;
        this.encoding = encoding;
        this.features = new FingerprintedSource(inMemoryIfSmall(encoding.encode(table)));
    }

    /**
     * Fits PCA.
     *
     * @throws io.eckart.data.DataException if the data cannot be read or cannot have that many components
     */
    public static Fitted<Pca, PcaFit> pca(TableSource table, PcaConfig config, FitOptions options) {
        Fit fit = new Fit(table, options);
        try (Workers workers = Workers.of(options.threads())) {
            PcaTrainer trainer = new PcaTrainer(config, new RandomStreams(options.seed()), workers, options.listener());
            PcaFit run = fit.train(() -> trainer.fit(fit.features));
            Map<String, String> settings = new TreeMap<>();
            settings.put("k", String.valueOf(run.model().codeSize()));
            settings.put("components", config.components().toString());
            settings.put("center", String.valueOf(config.center()));
            settings.put("solver", run.solver().name());
            return fit.fitted(run.model(), run, settings, Map.of(), workers);
        }
    }

    /**
     * Fits k-means.
     *
     * @throws io.eckart.data.DataException if the data cannot be read or has fewer distinct rows than clusters
     */
    public static Fitted<KMeans, KMeansFit> kMeans(TableSource table, KMeansConfig config, FitOptions options) {
        Fit fit = new Fit(table, options);
        try (Workers workers = Workers.of(options.threads())) {
            FloatMatrix rows = fit.train(() -> RowsInMemory.of(fit.features));
            KMeansTrainer trainer =
                    new KMeansTrainer(config, new RandomStreams(options.seed()), workers, options.listener());
            KMeansFit run = fit.train(() -> trainer.fit(rows));
            Map<String, String> settings = new TreeMap<>();
            settings.put("k", String.valueOf(config.clusters()));
            settings.put("restarts", String.valueOf(config.restarts()));
            settings.put("max_iterations", String.valueOf(config.maxIterations()));
            settings.put("start", config.start().isPresent() ? "given" : "k-means++");
            return fit.fitted(run.model(), run, settings, Map.of(), workers);
        }
    }

    /**
     * Fits an autoencoder, with its controls and diagnostics.
     *
     * @throws io.eckart.data.DataException if the data cannot be read or is not what the configuration needs
     * @throws IllegalArgumentException if settings do not go together
     */
    public static FittedAutoencoder autoencoder(TableSource table, AutoencoderConfig config, FitOptions options) {
        return new Fit(table, options).autoencoder(config, Optional.empty());
    }

    /**
     * Fits an autoencoder of which the configuration depends on the noise level of the data, such as one trained to take as much
     * noise away as there is. The level is kept in the findings.
     *
     * @param config asked once, for the level of the features
     * @throws io.eckart.data.DataException if the data cannot be read, is not what the configuration needs, or has too few
     *     directions to tell a noise level
     * @throws IllegalArgumentException if settings do not go together
     */
    public static FittedAutoencoder autoencoder(
            TableSource table, Function<NoiseLevel, AutoencoderConfig> config, FitOptions options) {
        Fit fit = new Fit(table, options);
        try (Workers workers = Workers.of(options.threads())) {
            NoiseLevel level = fit.train(() -> NoiseLevel.of(fit.features, new RandomStreams(options.seed()), workers));
            return fit.autoencoder(config.apply(level), Optional.of(level));
        }
    }

    private FittedAutoencoder autoencoder(AutoencoderConfig config, Optional<NoiseLevel> level) {
        RandomStreams random = new RandomStreams(options.seed());
        AutoencoderFit run = train(() -> new AutoencoderTrainer(config, random, options.run()).fit(features));
        try (Workers workers = Workers.of(options.threads())) {
            Controls controls = Controls.of(run, features, config.tasks(), random, workers);
            SelectedRows trained = new SelectedRows(features, run.heldOutRows(), false);
            Diagnostics diagnostics = Diagnostics.of(run.model(), controls, trained, random, workers);
            Findings bare = Findings.of(run, controls, diagnostics);
            Findings findings =
                    level.map(of -> bare.with("noise_level", of.description())).orElse(bare);
            Fitted<Autoencoder, AutoencoderFit> fitted =
                    fitted(run.model(), run, new TreeMap<>(run.settings()), findings.texts(), workers);
            return new FittedAutoencoder(fitted, controls, diagnostics, findings);
        }
    }

    /**
     * Fits a model that fills. The encoding keeps the ranges of the columns, which filled cells do not leave, and takes constant
     * columns.
     *
     * @throws io.eckart.data.DataException if the data cannot be read, has no rows, or has a column without an observed cell
     */
    public static FittedModel<?> filler(TableSource table, FillMethod method, FitOptions options) {
        Fit fit = new Fit(table, options, Encoding.fitForFilling(table, options.scaling()));
        Map<String, String> settings = new TreeMap<>();
        try (Workers workers = Workers.of(options.threads())) {
            Model model = fit.train(() -> fit.filler(method, settings, workers));
            long rows = fit.features.countRows();
            return new FittedModel<>(fit.encoding, model, fit.provenance(rows, settings, Map.of()));
        }
    }

    private Model filler(FillMethod method, Map<String, String> settings, Workers workers) {
        RandomStreams random = new RandomStreams(options.seed());
        return switch (method) {
            case FillMethod.Means _ -> new RowStatistics(features).constant();
            case FillMethod.Normal(GaussianConfig config) -> {
                GaussianFit run = new GaussianTrainer(config, workers, options.listener()).fit(features);
                settings.put("max_iterations", String.valueOf(config.maxIterations()));
                settings.put("iterations", String.valueOf(run.iterations()));
                settings.put("ridge", String.valueOf(run.model().ridge()));
                yield run.model();
            }
            case FillMethod.Neighbours(NeighboursConfig config) -> {
                settings.put("neighbours", String.valueOf(config.neighbours()));
                settings.put("weights", config.weights().name());
                yield new RowStatistics(features).neighbours(config);
            }
            case FillMethod.Principal(int components) -> {
                settings.put("k", String.valueOf(components));
                PcaConfig config = PcaConfig.components(components).centered(true);
                yield new PcaTrainer(config, random, workers, options.listener())
                        .fit(features)
                        .model();
            }
            case FillMethod.Unrolled(int components) -> {
                double part = MaskedTrainer.hiddenPart(RowsInMemory.of(features));
                AutoencoderConfig config = AutoencoderConfig.of(UnrolledEncoder.automatic(STEPS), components)
                        .centered(true)
                        .corrupting(CorruptionTasks.of(Corruption.mask(part)));
                AutoencoderFit run = new AutoencoderTrainer(config, random, options.run()).fit(features);
                settings.putAll(run.settings());
                settings.put("k", String.valueOf(components));
                settings.put("hidden_cells", String.valueOf(part));
                yield run.model();
            }
            case FillMethod.Blend(FillMethod first, FillMethod second, double weight) -> {
                settings.put("weight", String.valueOf(weight));
                yield new Blend(
                        part(first, "first", settings, workers), part(second, "second", settings, workers), weight);
            }
            case FillMethod.Masked(MaskedConfig config) -> {
                MaskedFit run = new MaskedTrainer(config, random, options.run()).fit(features);
                settings.put("networks", String.valueOf(config.networks()));
                settings.put("k", String.valueOf(config.codeSize()));
                settings.put("hidden_cells", String.valueOf(run.hidden()));
                settings.put("best_epochs", String.valueOf(run.bestEpochs()));
                yield run.model();
            }
        };
    }

    /** One of the two models of a blend, its settings under its name. */
    private Model part(FillMethod method, String name, Map<String, String> settings, Workers workers) {
        Map<String, String> own = new TreeMap<>(Map.of("model", method.kind()));
        Model model = filler(method, own, workers);
        own.forEach((key, value) -> settings.put(name + "." + key, value));
        return model;
    }

    /** Trainers do not know where their rows come from; their errors are given the name of the data here. */
    private <R> R train(Supplier<R> training) {
        try {
            return training.get();
        } catch (DataException e) {
            throw e.of(table.name());
        }
    }

    private <M extends Model & Reconstructor, R> Fitted<M, R> fitted(
            M model, R run, Map<String, String> settings, Map<String, String> findings, Workers workers) {
        Evaluation evaluation = Evaluation.of(features, model, workers);
        Provenance provenance = provenance(evaluation.rows(), settings, findings);
        ScoreReference scores = RowScorer.reference(features, model, new RandomStreams(options.seed()), workers);
        return new Fitted<>(new FittedModel<>(encoding, model, provenance, Optional.of(scores)), run, evaluation);
    }

    private Provenance provenance(long rows, Map<String, String> settings, Map<String, String> findings) {
        settings.put("scale", options.scaling().name());
        return new Provenance(
                table.name(),
                features.fingerprint().orElseGet(() -> Fingerprint.of(features)),
                rows,
                encoding.schema().features().size(),
                options.seed(),
                EckartVersion.current(),
                LinearAlgebra.get().description(),
                options.threads(),
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                (System.nanoTime() - started) / 1e9,
                settings,
                findings);
    }

    private static FeatureSource inMemoryIfSmall(FeatureSource source) {
        long rows = source.rowCount().orElse(Long.MAX_VALUE);
        double bytes = 4.0 * rows * source.width();
        boolean small = bytes <= PART_OF_HEAP * Runtime.getRuntime().maxMemory()
                && (double) rows * source.width() < Integer.MAX_VALUE - 8;
        return small ? Features.collect(source) : source;
    }
}
