package io.eckart.task;

import io.eckart.data.DataException;
import io.eckart.data.Encoding;
import io.eckart.data.FeatureSource;
import io.eckart.data.Features;
import io.eckart.data.Fingerprint;
import io.eckart.data.FingerprintedSource;
import io.eckart.data.Note;
import io.eckart.data.Table;
import io.eckart.data.TableSource;
import io.eckart.model.fitted.EckartVersion;
import io.eckart.model.fitted.Provenance;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.RandomStreams;
import io.eckart.numerics.blas.LinearAlgebra;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The common part of all fits of a model to a table: encoding, features, errors with the name of the data, provenance. */
public final class TableFit {
    /** Rows are kept in memory where they take at most this part of the heap; else they are read again in each pass. */
    private static final double PART_OF_HEAP = 0.25;

    private final TableSource table;
    private final FitOptions options;
    private final Encoding encoding;
    private final FingerprintedSource features;
    private final long started = System.nanoTime();

    /**
     * Reads the rows into memory if they fit well; else they are read again in each pass.
     *
     * @param encoding fitted to this table
     * @throws DataException if the data cannot be read
     * @throws java.util.concurrent.CancellationException once asked to stop while rows are read
     */
    public TableFit(TableSource table, Encoding encoding, FitOptions options) {
        this.table = table;
        this.options = options;
        this.encoding = encoding;
        this.features = new FingerprintedSource(features(table, encoding, options));
    }

    public Encoding encoding() {
        return encoding;
    }

    public FeatureSource features() {
        return features;
    }

    public FitOptions options() {
        return options;
    }

    /** The streams of the seed, from their start. */
    public RandomStreams random() {
        return new RandomStreams(options.seed());
    }

    /** Adds the name of the data to the errors of a trainer. */
    public <R> R train(Supplier<R> training) {
        try {
            return training.get();
        } catch (DataException e) {
            throw e.in(table.name());
        }
    }

    /**
     * How the model was made; its time ends now.
     *
     * @param rows the number of rows it was fitted to
     * @param settings by name; the scaling is added
     * @param findings by name
     */
    public Provenance provenance(long rows, Map<String, String> settings, Map<String, String> findings) {
        settings.put("scale", options.scaling().name());
        String fingerprint = features.fingerprint().orElseGet(() -> Fingerprint.of(features));
        return provenance(fingerprint, table, rows, encoding, options, started, settings, findings);
    }

    /** How a model was made from features in memory; its time ends now. */
    public static Provenance provenance(
            FloatMatrix features,
            Table table,
            Encoding encoding,
            FitOptions options,
            long started,
            Map<String, String> settings,
            Map<String, String> findings) {
        String fingerprint = Fingerprint.of(Features.of(features));
        return provenance(fingerprint, table, features.rows(), encoding, options, started, settings, findings);
    }

    private static Provenance provenance(
            String fingerprint,
            TableSource table,
            long rows,
            Encoding encoding,
            FitOptions options,
            long started,
            Map<String, String> settings,
            Map<String, String> findings) {
        return new Provenance(
                table.name(),
                fingerprint,
                rows,
                encoding.schema().features().size(),
                options.seed(),
                EckartVersion.current(),
                LinearAlgebra.get().description(),
                options.threads(),
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                (System.nanoTime() - started) / 1e9,
                settings,
                findings,
                Stream.concat(table.notes().stream(), encoding.notes().stream())
                        .map(Note::toString)
                        .toList());
    }

    /** Reading into memory ends once asked to stop; who reads the rows again decides so for each pass. */
    private static FeatureSource features(TableSource table, Encoding encoding, FitOptions options) {
        FeatureSource source = encoding.encode(table);
        long rows = source.rowCount().orElse(Long.MAX_VALUE);
        double bytes = 4.0 * rows * source.width();
        boolean small = bytes <= PART_OF_HEAP * Runtime.getRuntime().maxMemory()
                && (double) rows * source.width() < Integer.MAX_VALUE - 8;
        return small ? Features.collect(encoding.encode(table.until(options.stop()))) : source;
    }
}
