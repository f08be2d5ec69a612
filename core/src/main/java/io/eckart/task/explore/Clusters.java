package io.eckart.task.explore;

import io.eckart.data.DataException;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.RandomStreams;
import io.eckart.numerics.Workers;
import io.eckart.task.FitOptions;
import io.eckart.training.JobStep;
import io.eckart.training.JobSteps;
import io.eckart.training.KMeansConfig;
import io.eckart.training.KMeansFit;
import io.eckart.training.kmeans.KMeansTrainer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Groups of rows for each number of clusters.
 *
 * @param all k ascending
 * @param labels the cluster of each row under the clustering with the largest silhouette; null where there is none
 */
@SuppressWarnings("ArrayRecordComponent") // package-private, never compared
record Clusters(List<Exploration.Clustering> all, int @Nullable [] labels) {
    private static final int CLUSTER_ROWS = 5000;
    private static final int SILHOUETTE_ROWS = 2000;
    private static final int MOST_CLUSTERS = 10;

    /** k-means on at most 5,000 rows, judged on at most 2,000 of them. */
    static Clusters of(FloatMatrix sample, RandomStreams random, Workers workers, FitOptions options) {
        FloatMatrix rows = sample.rows() > CLUSTER_ROWS ? sample.sampleRows(CLUSTER_ROWS) : sample;
        FloatMatrix judged = rows.rows() > SILHOUETTE_ROWS ? rows.sampleRows(SILHOUETTE_ROWS) : rows;
        Silhouette silhouette = new Silhouette(judged, workers);
        List<Exploration.Clustering> all = new ArrayList<>();
        KMeansFit best = null;
        double most = Double.NEGATIVE_INFINITY;
        int largest = Math.min(MOST_CLUSTERS, rows.rows() - 1);
        List<JobStep> plan = IntStream.rangeClosed(2, largest)
                .mapToObj(k -> new JobStep(k + " clusters", "k-means", 0.2 + 0.02 * k))
                .toList();
        try (JobSteps steps = JobSteps.begin("clusters", plan, options.listener(), options.stop())) {
            for (int k = 2; k <= largest; k++) {
                steps.next();
                KMeansConfig config = KMeansConfig.clusters(k).withRestarts(3).withMaxIterations(100);
                KMeansFit fit =
                        new KMeansTrainer(config, random, workers, options.listener(), options.stop()).fit(rows);
                double mean = silhouette.mean(fit.model().predict(judged, workers));
                List<Long> sizes = Arrays.stream(fit.sizes()).boxed().toList();
                all.add(new Exploration.Clustering(k, fit.model().inertia(), mean, sizes));
                if (mean > most) {
                    best = fit;
                    most = mean;
                }
            }
            steps.complete(all);
        } catch (DataException e) {
            // Fewer distinct rows than clusters: larger k find nothing new.
        }
        return new Clusters(all, best == null ? null : best.model().predict(sample, workers));
    }
}
