package io.eckart.training;

import io.eckart.numerics.DoubleMatrix;
import java.util.Optional;

/**
 * How k-means is fitted.
 *
 * @param clusters k, at least 1
 * @param restarts the number of random starts, of which the best is kept, at least 1
 * @param maxIterations the largest number of iterations of one start, at least 1
 * @param start the centroids to start from, k x d; empty: k-means++ (Arthur and Vassilvitskii 2007)
 */
public record KMeansConfig(int clusters, int restarts, int maxIterations, Optional<DoubleMatrix> start) {
    /** Random starts, unless chosen otherwise. */
    public static final int RESTARTS = 10;
    /** Most iterations of one start, unless chosen otherwise. */
    public static final int MAX_ITERATIONS = 300;

    /** @throws IllegalArgumentException if a value is out of its range; the message says the range */
    public KMeansConfig {
        SettingCheck.require(clusters >= 1, "k must be at least 1", clusters);
        SettingCheck.require(restarts >= 1, "restarts must be at least 1", restarts);
        SettingCheck.require(maxIterations >= 1, "iterations must be at least 1", maxIterations);
        if (start.isPresent() && start.get().rows() != clusters) {
            throw new IllegalArgumentException("the start has " + start.get().rows() + " centroids, k is " + clusters);
        }
    }

    /** k clusters, the best of {@value #RESTARTS} starts by k-means++, at most {@value #MAX_ITERATIONS} iterations each. */
    public static KMeansConfig clusters(int k) {
        return new KMeansConfig(k, RESTARTS, MAX_ITERATIONS, Optional.empty());
    }

    public KMeansConfig withRestarts(int count) {
        return new KMeansConfig(clusters, count, maxIterations, start);
    }

    public KMeansConfig withMaxIterations(int count) {
        return new KMeansConfig(clusters, restarts, count, start);
    }

    /** Starts once, from these centroids (k x d). */
    public KMeansConfig withStart(DoubleMatrix centroids) {
        return new KMeansConfig(clusters, 1, maxIterations, Optional.of(centroids));
    }
}
