package io.eckart.training;

import io.eckart.numerics.DoubleMatrix;
import java.util.Optional;

/**
 * How k-means is to be fitted.
 *
 * @param clusters k, at least 1
 * @param restarts how many random starts the best is taken of, at least 1
 * @param maxIterations the most iterations of one start, at least 1
 * @param start the centroids to start from, k x d; empty: k-means++ (Arthur and Vassilvitskii 2007)
 */
public record KMeansConfig(int clusters, int restarts, int maxIterations, Optional<DoubleMatrix> start) {
    /** Random starts, unless chosen otherwise. */
    public static final int RESTARTS = 10;
    /** Most iterations of one start, unless chosen otherwise. */
    public static final int MAX_ITERATIONS = 300;

    /** @throws IllegalArgumentException if a value is out of its range, with the range */
    public KMeansConfig {
        if (clusters < 1) {
            throw new IllegalArgumentException("k must be at least 1, got " + clusters);
        }
        if (restarts < 1) {
            throw new IllegalArgumentException("restarts must be at least 1, got " + restarts);
        }
        if (maxIterations < 1) {
            throw new IllegalArgumentException("iterations must be at least 1, got " + maxIterations);
        }
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
    public KMeansConfig startingFrom(DoubleMatrix centroids) {
        return new KMeansConfig(clusters, 1, maxIterations, Optional.of(centroids));
    }
}
