package io.eckart.training.kmeans;

import io.eckart.data.DataException;
import io.eckart.model.KMeans;
import io.eckart.numerics.DoubleMatrix;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.RandomStreams;
import io.eckart.numerics.Workers;
import io.eckart.training.KMeansConfig;
import io.eckart.training.KMeansFit;
import io.eckart.training.TrainingEvent;
import io.eckart.training.TrainingListener;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Fits k-means: the best of several starts, each by Lloyd's algorithm with exact accelerated assignment.
 *
 * <p>The same seed gives the same bits for any number of workers.
 *
 * @param config what to fit, and how
 * @param random gives all random numbers of a fit by name
 * @param workers the threads that share the work
 * @param listener gets the events of a fit
 * @param stop asked in every iteration; once true, the fit ends with the best clusters so far
 */
public record KMeansTrainer(
        KMeansConfig config, RandomStreams random, Workers workers, TrainingListener listener, BooleanSupplier stop) {

    /** A trainer that is not asked to stop. */
    public KMeansTrainer(KMeansConfig config, RandomStreams random, Workers workers, TrainingListener listener) {
        this(config, random, workers, listener, () -> false);
    }

    /**
     * Fits the configured number of clusters.
     *
     * @param rows n x d, NaN where a cell is missing
     * @throws DataException if there are fewer distinct rows than clusters
     * @throws IllegalArgumentException if a given start has another number of features
     */
    public KMeansFit fit(FloatMatrix rows) {
        DistinctRows.require(rows, config.clusters());
        ClusterData data = ClusterData.of(rows, workers).preparedFor(config.clusters(), workers);
        Lloyd.@Nullable Result best = null;
        int bestRun = 0;
        int restarts = config.restartsFor(rows.rows(), rows.columns());
        for (int run = 1; run <= restarts && (best == null || !stop.getAsBoolean()); run++) {
            listener.on(new TrainingEvent.RunStarted(run, restarts, config.maxIterations()));
            Lloyd.Result result =
                    new Lloyd(data, start(data, run), workers, listener, stop).run(config.maxIterations());
            if (best == null || result.inertia() < best.inertia()) {
                best = result;
                bestRun = run;
            }
        }
        if (best == null) {
            throw new IllegalStateException("no start was made");
        }
        return record(data, best, bestRun);
    }

    private DoubleMatrix start(ClusterData data, int run) {
        DoubleMatrix given = config.start().orElse(null);
        if (given == null) {
            return new PlusPlusStart(data, workers)
                    .choose(config.clusters(), random.child("k-means restart", run).stream("k-means++"));
        }
        if (given.columns() != data.features()) {
            throw new IllegalArgumentException(
                    "the start has " + given.columns() + " features, the rows have " + data.features());
        }
        return given;
    }

    private KMeansFit record(ClusterData data, Lloyd.Result best, int bestRun) {
        KMeans model = new KMeans(
                best.centroids(), data.means(), best.inertia(), data.rows().rows());
        // A start that was cut off has moved its centroids since it assigned the rows.
        int[] labels = best.converged() ? best.labels() : model.predict(data.rows(), workers);
        long[] sizes = new long[model.codeSize()];
        for (int label : labels) {
            if (label >= 0) {
                sizes[label]++;
            }
        }
        return new KMeansFit(model, labels, sizes, best.iterations(), best.converged(), bestRun);
    }
}
