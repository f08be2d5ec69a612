package io.eckart.task.fit;

import io.eckart.data.Encoding;
import io.eckart.data.FeatureSource;
import io.eckart.data.Note;
import io.eckart.data.Scaling;
import io.eckart.data.TableSource;
import io.eckart.data.sampling.SelectedRows;
import io.eckart.model.Autoencoder;
import io.eckart.model.KMeans;
import io.eckart.model.Model;
import io.eckart.model.Pca;
import io.eckart.model.Reconstructor;
import io.eckart.model.fitted.FittedModel;
import io.eckart.model.fitted.Provenance;
import io.eckart.model.fitted.ScoreReference;
import io.eckart.numerics.DoubleMatrix;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.RandomStreams;
import io.eckart.numerics.Workers;
import io.eckart.task.Evaluation;
import io.eckart.task.FitOptions;
import io.eckart.task.TableFit;
import io.eckart.task.score.RowScorer;
import io.eckart.training.AutoencoderConfig;
import io.eckart.training.AutoencoderFit;
import io.eckart.training.KMeansConfig;
import io.eckart.training.KMeansFit;
import io.eckart.training.NoiseLevel;
import io.eckart.training.PcaConfig;
import io.eckart.training.PcaFit;
import io.eckart.training.RowsInMemory;
import io.eckart.training.autoencoder.AutoencoderTrainer;
import io.eckart.training.kmeans.KMeansTrainer;
import io.eckart.training.pca.NoiseEstimate;
import io.eckart.training.pca.PcaTrainer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Fits a model to a table: columns to features, training, evaluation over the same rows, provenance. */
public final class Fit {
    /** The finding that says why k is what it is. */
    public static final String CODE_SIZE_CHOICE = "code_size_choice";

    private final TableFit table;
    private final FeatureSource features;
    private final FitOptions options;

    private Fit(TableSource table, boolean removesMean, FitOptions options) {
        Encoding encoding = Encoding.fit(table.until(options.stop()), options.scaling(), removesMean);
        this.table = new TableFit(table, encoding, options);
        this.features = this.table.features();
        this.options = options;
    }

    /**
     * Fits PCA.
     *
     * @throws io.eckart.data.DataException if the data cannot be read or cannot have that many components
     * @throws java.util.concurrent.CancellationException once asked to stop, where there are no components to keep
     */
    public static Fitted<Pca, PcaFit> pca(TableSource table, PcaConfig config, FitOptions options) {
        Fit fit = new Fit(table, config.center(), options);
        try (Workers workers = Workers.of(options.threads())) {
            PcaTrainer trainer = new PcaTrainer(
                    config, new RandomStreams(options.seed()), workers, options.listener(), options.stop());
            PcaFit run = fit.table.train(() -> trainer.fit(fit.features));
            Map<String, String> settings = new TreeMap<>();
            settings.put("k", String.valueOf(run.model().codeSize()));
            settings.put("components", config.components().toString());
            settings.put("center", String.valueOf(config.center()));
            settings.put("solver", run.solver().name());
            Optional<ColumnSpreads> spreads = fit.spreads(run.model());
            return fit.fitted(run.model(), run, settings, choice(config, spreads), spreads, workers);
        }
    }

    /** Which columns have decided the number of components, if they are few. */
    private static Map<String, String> choice(PcaConfig config, Optional<ColumnSpreads> known) {
        return config.components() instanceof PcaConfig.Components.Energy(double part)
                ? known.flatMap(spreads -> spreads.deciding(part))
                        .map(text -> Map.of(CODE_SIZE_CHOICE, text))
                        .orElse(Map.of())
                : Map.of();
    }

    /**
     * Fits k-means. A given start is in the units of the table where its numbers are not scaled; the centroids of the model are features of
     * its encoding, as those of all models.
     *
     * @throws io.eckart.data.DataException if the data cannot be read or has fewer distinct rows than clusters
     * @throws java.util.concurrent.CancellationException once asked to stop while rows are read; later the best clusters so far are kept
     */
    public static Fitted<KMeans, KMeansFit> kMeans(TableSource table, KMeansConfig config, FitOptions options) {
        Fit fit = new Fit(table, true, options);
        try (Workers workers = Workers.of(options.threads())) {
            FloatMatrix rows = fit.table.train(() -> RowsInMemory.of(fit.features));
            KMeansTrainer trainer = new KMeansTrainer(
                    fit.moved(config), new RandomStreams(options.seed()), workers, options.listener(), options.stop());
            KMeansFit run = fit.table.train(() -> trainer.fit(rows));
            Map<String, String> settings = new TreeMap<>();
            settings.put("k", String.valueOf(config.clusters()));
            settings.put("restarts", String.valueOf(config.restartsFor(rows.rows(), rows.columns())));
            settings.put("max_iterations", String.valueOf(config.maxIterations()));
            settings.put("start", config.start().isPresent() ? "given" : "k-means++");
            return fit.fitted(run.model(), run, settings, Map.of(), fit.spreads(run.model()), workers);
        }
    }

    private KMeansConfig moved(KMeansConfig config) {
        if (options.scaling() != Scaling.NONE || config.start().isEmpty()) {
            return config;
        }
        DoubleMatrix start = config.start().get();
        double[] shift = table.encoding().featureShift();
        double[] moved = start.values().clone();
        Arrays.setAll(moved, i -> moved[i] - shift[i % shift.length]);
        return config.withStart(new DoubleMatrix(start.rows(), start.columns(), moved));
    }

    /**
     * Fits an autoencoder, with its controls and diagnostics.
     *
     * @throws io.eckart.data.DataException if the data cannot be read or is not what the configuration needs
     * @throws IllegalArgumentException if settings do not go together
     */
    public static FittedAutoencoder autoencoder(TableSource table, AutoencoderConfig config, FitOptions options) {
        return new Fit(table, config.removesMean(), options).autoencoder(config, Optional.empty());
    }

    /**
     * Fits an autoencoder whose configuration depends on the noise level of the data, such as one trained to remove as much noise as
     * there is. The level is kept in the findings.
     *
     * @param config called once, with the noise level of the features
     * @throws io.eckart.data.DataException if the data cannot be read, is not what the configuration needs, or has too few
     *     directions to estimate a noise level
     * @throws IllegalArgumentException if settings do not go together
     */
    public static FittedAutoencoder autoencoder(
            TableSource table, Function<NoiseLevel, AutoencoderConfig> config, FitOptions options) {
        Fit centered = new Fit(table, true, options);
        try (Workers workers = Workers.of(options.threads())) {
            NoiseLevel level = centered.table.train(
                    () -> NoiseEstimate.of(centered.features, new RandomStreams(options.seed()), workers));
            AutoencoderConfig chosen = config.apply(level);
            boolean fits = chosen.removesMean() || !centered.hasOffsets();
            Fit fit = fits ? centered : new Fit(table, false, options);
            return fit.autoencoder(chosen, Optional.of(level));
        }
    }

    /** Whether the features differ from those of a model that depends on where zero is. */
    private boolean hasOffsets() {
        return options.scaling() == Scaling.NONE
                && Arrays.stream(table.encoding().shift()).anyMatch(shift -> shift != 0);
    }

    private FittedAutoencoder autoencoder(AutoencoderConfig config, Optional<NoiseLevel> level) {
        RandomStreams random = new RandomStreams(options.seed());
        AutoencoderFit run = table.train(() -> new AutoencoderTrainer(config, random, options.run()).fit(features));
        try (Workers workers = Workers.of(options.threads())) {
            Controls controls = Controls.of(run, features, config.tasks(), random, workers);
            SelectedRows trained = new SelectedRows(features, run.heldOutRows(), false);
            Diagnostics diagnostics = Diagnostics.of(run.model(), controls, trained, random, workers);
            Findings bare = Findings.of(run, controls, diagnostics);
            Findings findings = level.map(noise -> bare.with("noise_level", noise.description()))
                    .orElse(bare);
            Fitted<Autoencoder, AutoencoderFit> fitted =
                    fitted(run.model(), run, run.settings(), findings.texts(), spreads(run.model()), workers);
            return new FittedAutoencoder(fitted, controls, diagnostics, findings);
        }
    }

    private <M extends Model & Reconstructor, R> Fitted<M, R> fitted(
            M model,
            R run,
            Map<String, String> settings,
            Map<String, String> findings,
            Optional<ColumnSpreads> spreads,
            Workers workers) {
        Evaluation evaluation = Evaluation.of(features, model, workers);
        List<Note> notes = spreads.flatMap(ColumnSpreads::note).stream().toList();
        Map<String, String> texts = new TreeMap<>(findings);
        notes.forEach(note -> texts.put("column_spreads", note.toString()));
        Provenance provenance = table.provenance(evaluation.rows(), new TreeMap<>(settings), texts);
        ScoreReference scores = RowScorer.reference(features, model, new RandomStreams(options.seed()), workers);
        return new Fitted<>(
                new FittedModel<>(table.encoding(), model, provenance, Optional.of(scores)), run, evaluation, notes);
    }

    /** How far columns spread; empty of images, whose pixels have one unit, and of scaled columns. */
    private Optional<ColumnSpreads> spreads(Reconstructor model) {
        boolean isRaw = options.scaling() == Scaling.NONE || options.scaling() == Scaling.CENTER;
        return isRaw && table.encoding().schema().image().isEmpty()
                ? Optional.of(ColumnSpreads.of(features, table.encoding(), model.featureMeans(), model.origin()))
                : Optional.empty();
    }
}
