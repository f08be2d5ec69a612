package io.eckart.task.label;

import io.eckart.data.Features;
import io.eckart.data.Targets;
import io.eckart.model.Autoencoder;
import io.eckart.model.Pca;
import io.eckart.model.label.FeatureStage;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.RandomStreams;
import io.eckart.numerics.Workers;
import io.eckart.task.FitOptions;
import io.eckart.training.AutoencoderConfig;
import io.eckart.training.AutoencoderFit;
import io.eckart.training.JobSteps;
import io.eckart.training.KMeansConfig;
import io.eckart.training.PcaConfig;
import io.eckart.training.autoencoder.AutoencoderTrainer;
import io.eckart.training.kmeans.DistinctRows;
import io.eckart.training.kmeans.KMeansTrainer;
import io.eckart.training.label.KnownLabels;
import io.eckart.training.label.SimilarityGraph;
import io.eckart.training.pca.PcaTrainer;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * What is learnt from all rows without their labels: means, components, codes, clusters, graphs. Each is computed at its first use and
 * kept, so that all labelled subsets are compared on the same ones.
 */
final class RowViews {
    private static final int KMEANS_RESTARTS = 3;
    private static final int KMEANS_ITERATIONS = 100;

    /** A stage with its output for all rows. */
    record View(FeatureStage stage, FloatMatrix features) {}

    private enum Kind {
        RAW,
        PCA,
        GRAPH,
        AUTOENCODER,
        UNTRAINED
    }

    private final FloatMatrix rows;
    private final LabelSettings settings;
    private final FitOptions options;
    private final Workers workers;
    private final Map<Kind, View> views = new EnumMap<>(Kind.class);
    private final Map<Boolean, SimilarityGraph> graphs = new TreeMap<>();
    private final Map<Integer, int[]> clusters = new TreeMap<>();
    private @Nullable AutoencoderFit autoencoder;
    private @Nullable Autoencoder pretrained;
    private @Nullable JobSteps steps;

    RowViews(FloatMatrix rows, LabelSettings settings, FitOptions options, Workers workers) {
        this.rows = rows;
        this.settings = settings;
        this.options = options;
        this.workers = workers;
    }

    /** Whether all cells of a row are missing: then nothing can be estimated. */
    boolean isUnobserved(int row) {
        return rows.isUnobserved(row);
    }

    FloatMatrix rows() {
        return rows;
    }

    LabelSettings settings() {
        return settings;
    }

    FitOptions options() {
        return options;
    }

    /** From now on each step belongs to a job. */
    void follow(JobSteps job) {
        steps = job;
    }

    /**
     * Called before each long step.
     *
     * @throws CancellationException once the options say stop
     */
    void beginStep() {
        if (steps != null) {
            steps.next();
        }
        requireGoingOn();
    }

    /**
     * Called after each long step.
     *
     * @throws CancellationException once the options say stop
     */
    void requireGoingOn() {
        if (options.stop().getAsBoolean()) {
            throw new CancellationException("asked to stop before the rows were labelled");
        }
    }

    Workers workers() {
        return workers;
    }

    /** The number of clusters for these labels. */
    int clusterCount(Targets known) {
        int labels = KnownLabels.rows(known).length;
        return settings.clusters(labels, LabelComparison.outputs(known), rows.rows());
    }

    /** The features as they are, missing cells at the means of their columns. */
    View raw() {
        return view(Kind.RAW);
    }

    View pca() {
        return view(Kind.PCA);
    }

    View autoencoder() {
        return view(Kind.AUTOENCODER);
    }

    View untrained() {
        return view(Kind.UNTRAINED);
    }

    private View view(Kind kind) {
        View view = views.get(kind);
        if (view == null) {
            FeatureStage stage = stage(kind);
            view = new View(stage, stage.apply(rows, workers));
            views.put(kind, view);
        }
        return view;
    }

    private FeatureStage stage(Kind kind) {
        return switch (kind) {
            case RAW -> new FeatureStage.Raw(rows.columnMeans());
            case PCA -> new FeatureStage.Codes(components(settings.codeSize()));
            case GRAPH -> new FeatureStage.Codes(components(settings.graphCodeSize()));
            case AUTOENCODER -> new FeatureStage.Codes(autoencoderFit().model());
            case UNTRAINED -> new FeatureStage.Codes(autoencoderFit().untrained());
        };
    }

    /** A network pre-trained on all rows, to be fine-tuned. */
    Autoencoder pretrained() {
        if (pretrained == null) {
            pretrained = new AutoencoderTrainer(
                            PretrainedNetwork.pretraining(rows.columns()),
                            new RandomStreams(options.seed()).child("pre-training", 0),
                            options.run())
                    .fit(Features.of(rows))
                    .model();
        }
        return pretrained;
    }

    private AutoencoderFit autoencoderFit() {
        if (autoencoder == null) {
            AutoencoderConfig config = AutoencoderConfig.network(settings.codeSize());
            autoencoder = new AutoencoderTrainer(config, new RandomStreams(options.seed()), options.run())
                    .fit(Features.of(rows));
        }
        return autoencoder;
    }

    private Pca components(int codeSize) {
        int k = Math.min(codeSize, Math.min(rows.columns(), Math.max(1, rows.rows() - 1)));
        PcaConfig config = PcaConfig.components(k).withCenter(true);
        return new PcaTrainer(config, new RandomStreams(options.seed()), workers, options.listener(), options.stop())
                .fit(Features.of(rows))
                .model();
    }

    /** The graph of the rows' principal components, by distance, or by angle. */
    SimilarityGraph graph(boolean cosine) {
        return graphs.computeIfAbsent(cosine, _ -> {
            FloatMatrix codes = view(Kind.GRAPH).features();
            return SimilarityGraph.of(
                    cosine ? ofUnitLength(codes) : codes, settings.graphNeighbours(), workers, options.stop());
        });
    }

    /** Rows scaled to length 1; rows of zeros stay zeros. */
    private static FloatMatrix ofUnitLength(FloatMatrix codes) {
        int k = codes.columns();
        float[] scaled = codes.values().clone();
        for (int i = 0; i < codes.rows(); i++) {
            double square = 0;
            for (int j = i * k; j < (i + 1) * k; j++) {
                square += (double) scaled[j] * scaled[j];
            }
            double factor = square > 0 ? 1 / Math.sqrt(square) : 0;
            for (int j = i * k; j < (i + 1) * k; j++) {
                scaled[j] = (float) (scaled[j] * factor);
            }
        }
        return new FloatMatrix(codes.rows(), k, scaled);
    }

    /** The cluster of each row by k-means on the principal components; fewer where there are fewer different rows. */
    int[] clusters(int count) {
        return clusters.computeIfAbsent(count, k -> {
            FloatMatrix codes = view(Kind.GRAPH).features();
            KMeansConfig config = KMeansConfig.clusters(Math.min(k, DistinctRows.countUpTo(codes, k)))
                    .withRestarts(KMEANS_RESTARTS)
                    .withMaxIterations(KMEANS_ITERATIONS);
            return new KMeansTrainer(
                            config, new RandomStreams(options.seed()), workers, options.listener(), options.stop())
                    .fit(codes)
                    .labels();
        });
    }
}
