package io.eckart.task.explore;

import io.eckart.data.Column;
import io.eckart.data.ColumnType;
import io.eckart.data.DataException;
import io.eckart.data.Encoding;
import io.eckart.data.Features;
import io.eckart.data.Place;
import io.eckart.data.Scaling;
import io.eckart.data.Table;
import io.eckart.data.TableProfile;
import io.eckart.data.TableSource;
import io.eckart.data.sampling.RowSample;
import io.eckart.model.Autoencoder;
import io.eckart.model.Encoder;
import io.eckart.model.Pca;
import io.eckart.model.Reconstructor;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.RandomStreams;
import io.eckart.numerics.Workers;
import io.eckart.numerics.statistics.SymmetricEigen;
import io.eckart.task.Evaluation;
import io.eckart.task.FitOptions;
import io.eckart.task.RowExamples;
import io.eckart.task.Scores;
import io.eckart.task.WorkingScale;
import io.eckart.training.AutoencoderConfig;
import io.eckart.training.JobStep;
import io.eckart.training.JobSteps;
import io.eckart.training.PcaConfig;
import io.eckart.training.TrainingConfig;
import io.eckart.training.autoencoder.AutoencoderTrainer;
import io.eckart.training.pca.PairwiseCovariance;
import io.eckart.training.pca.PcaTrainer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Describes a table without labels. Columns, missing cells and odd rows are taken from all rows; everything else is computed on an even
 * random sample of bounded size, so that the time hardly grows with the number of rows.
 */
public final class Explorer {
    private static final int SAMPLE_ROWS = 10_000;
    private static final int SAMPLE_CELLS = 1 << 23;
    private static final int NETWORK_ROWS = 5000;
    /** Cells that the network may see in all its epochs together. */
    private static final double NETWORK_CELLS = 1.2e8;

    private static final int SPECTRUM_FEATURES = 1024;
    private static final int SHOWN_ENERGIES = 100;
    private static final int SHOWN_ODD = 10;
    private static final int SHOWN_FEATURES = 3;
    private static final double ODD_ENERGY = 0.9;

    private final TableSource source;
    private final FitOptions options;
    private final RandomStreams random;
    private final Workers workers;

    private Explorer(TableSource source, FitOptions options, Workers workers) {
        this.source = source;
        this.options = options;
        this.random = new RandomStreams(options.seed());
        this.workers = workers;
    }

    /**
     * Explores a table.
     *
     * @param options seed, threads and listener; the scaling is chosen from the data
     * @throws DataException if the data cannot be read, has fewer than two rows, no feature column, or a column without any
     *     observed cell
     * @throws java.util.concurrent.CancellationException once {@code options.stop()} is true
     */
    public static Exploration explore(TableSource source, FitOptions options) {
        try (Workers workers = Workers.of(options.threads())) {
            return new Explorer(source.until(options.stop()), options, workers).explore();
        }
    }

    private Exploration explore() {
        double rows = source.rowCount().orElse(SAMPLE_ROWS);
        List<JobStep> plan = ExploreCost.steps(rows, source.schema().features().size());
        try (JobSteps steps = JobSteps.begin("explore", plan, options.listener(), options.stop())) {
            return steps.complete(explore(steps));
        }
    }

    private Exploration explore(JobSteps steps) {
        long started = System.nanoTime();
        steps.next();
        TableProfile profile = TableProfile.of(source);
        Encoding raw = Encoding.fit(source, Scaling.NONE, true);
        boolean images = source.schema().image().isPresent();
        Encoding encoding = images ? raw : WorkingScale.standardising(source, profile);
        if (profile.rows() < 2) {
            throw new DataException(Place.of(source.name()), "there is one row, and nothing to compare it with");
        }
        int most = Math.clamp(SAMPLE_CELLS / encoding.width(), 2, SAMPLE_ROWS);
        long[] numbers = RowSample.rows(profile.rows(), most, random.stream("explored rows"));
        Table table = RowSample.of(source, profile.rows(), most, random.stream("explored rows"));
        steps.next();
        List<ColumnDistribution> distributions = images ? List.of() : Distributions.of(source, profile, table);
        FloatMatrix sample = encoding.encode(table);
        steps.next();
        FloatMatrix looked = someColumns(sample);
        PairwiseCovariance covariance = PairwiseCovariance.of(looked, workers);
        Exploration.Spectrum spectrum = spectrum(covariance);
        Exploration.Spectrum rawSpectrum =
                images ? spectrum : spectrum(PairwiseCovariance.of(someColumns(raw.encode(table)), workers));
        steps.next();
        IntrinsicDimension dimension = IntrinsicDimension.of(looked, workers);
        steps.next();
        Clusters clusters = Clusters.of(sample, random, workers, options);
        Mapped rows = new Mapped(sample, numbers, table, clusters.labels());
        Exploration.Map2d pcaMap = pcaMap(rows);
        steps.next();
        Exploration.Map2d networkMap = networkMap(rows);
        steps.next();
        Pca model = pca(sample, PcaConfig.keepingEnergy(ODD_ENERGY));
        List<Exploration.OddRow> odd =
                new OddRowFinder(encoding, model, sample, random, workers).find(source, SHOWN_ODD, SHOWN_FEATURES);
        return new Exploration(
                source.name(),
                profile,
                distributions,
                source.schema().columns().stream()
                        .filter(column -> column.type() == ColumnType.IGNORED)
                        .map(Column::name)
                        .toList(),
                table.rows(),
                encoding.width(),
                images ? "raw" : "standardised",
                spectrum,
                rawSpectrum,
                dimension,
                pcaMap,
                networkMap,
                clusters.all(),
                odd,
                Correlations.strongest(looked, covariance, lookedAt(encoding)),
                examples(profile.rows(), numbers, table),
                (System.nanoTime() - started) / 1e9);
    }

    private static FloatMatrix someColumns(FloatMatrix rows) {
        int d = rows.columns();
        int taken = Math.min(d, SPECTRUM_FEATURES);
        return taken == d
                ? rows
                : rows.selectColumns(
                        IntStream.range(0, taken).map(j -> feature(j, taken, d)).toArray());
    }

    /** The name of each feature that is looked at, and the column it comes from. */
    private static List<Correlations.Named> lookedAt(Encoding encoding) {
        int d = encoding.width();
        int taken = Math.min(d, SPECTRUM_FEATURES);
        int[] columns = encoding.schema().featureColumns();
        return IntStream.range(0, taken)
                .map(j -> feature(j, taken, d))
                .mapToObj(j -> new Correlations.Named(encoding.featureNames().get(j), columns[j]))
                .toList();
    }

    private static int feature(int place, int taken, int d) {
        return (int) ((long) place * d / taken);
    }

    private static Exploration.Spectrum spectrum(PairwiseCovariance covariance) {
        double[] values = SymmetricEigen.of(covariance.matrix()).values();
        double total = Arrays.stream(values).map(value -> Math.max(0, value)).sum();
        double kept = 0;
        int components = 0;
        while (components < values.length && kept < 0.9 * total) {
            kept += Math.max(0, values[components++]);
        }
        List<Double> energies = Arrays.stream(values)
                .limit(SHOWN_ENERGIES)
                .map(value -> Math.max(0, value))
                .boxed()
                .toList();
        return new Exploration.Spectrum(energies, total, components, values.length);
    }

    private Pca pca(FloatMatrix rows, PcaConfig config) {
        return new PcaTrainer(config.withCenter(true), random, workers, options.listener(), options.stop())
                .fit(Features.of(rows))
                .model();
    }

    /**
     * The sampled rows with their numbers, cells and clusters.
     *
     * @param sample n x d
     * @param clusters the cluster of each; null without clusters
     */
    @SuppressWarnings("ArrayRecordComponent") // private, never compared
    private record Mapped(FloatMatrix sample, long[] numbers, Table table, int @Nullable [] clusters) {}

    private static RowExamples examples(long rows, long[] numbers, Table table) {
        long[] fromOne = Arrays.stream(numbers).map(number -> number + 1).toArray();
        return RowExamples.of(rows, fromOne, List.of(new RowExamples.View("as they are", table)));
    }

    private Exploration.Map2d pcaMap(Mapped rows) {
        int k = Math.min(2, Math.min(rows.sample().columns(), rows.sample().rows()));
        return map(pca(rows.sample(), PcaConfig.components(k)), rows.sample().rows(), rows);
    }

    private Exploration.@Nullable Map2d networkMap(Mapped mapped) {
        FloatMatrix sample = mapped.sample();
        FloatMatrix rows = sample.rows() > NETWORK_ROWS ? sample.sampleRows(NETWORK_ROWS) : sample;
        double epochs = NETWORK_CELLS / rows.values().length;
        TrainingConfig training =
                epochs < 100 ? TrainingConfig.DEFAULT.withEpochs(Math.max(5, (int) epochs)) : TrainingConfig.DEFAULT;
        AutoencoderConfig config = AutoencoderConfig.network(2).withTraining(training);
        try {
            Autoencoder model = new AutoencoderTrainer(config, random, options.run())
                    .fit(Features.of(rows))
                    .model();
            return map(model, rows.rows(), mapped);
        } catch (DataException e) {
            return null;
        }
    }

    private <M extends Encoder & Reconstructor> Exploration.Map2d map(M model, int fitted, Mapped rows) {
        FloatMatrix sample = rows.sample();
        FloatMatrix codes = model.encode(sample, workers);
        double[] errors = Scores.of(sample, model, workers).errorsPerCell();
        List<Exploration.Point> points = new ArrayList<>();
        for (int i = 0; i < sample.rows(); i++) {
            double y = codes.columns() > 1 ? codes.get(i, 1) : 0;
            Integer cluster = rows.clusters() == null ? null : Integer.valueOf(rows.clusters()[i]);
            points.add(new Exploration.Point(
                    rows.numbers()[i] + 1, codes.get(i, 0), y, rows.table().label(i), cluster, errors[i]));
        }
        Evaluation evaluation = Evaluation.of(Features.of(sample), model, workers);
        double explained = evaluation.columnMeanErrorPerCell() == 0
                ? 0
                : 1 - evaluation.errorPerCell() / evaluation.columnMeanErrorPerCell();
        return new Exploration.Map2d(explained, fitted, points);
    }
}
