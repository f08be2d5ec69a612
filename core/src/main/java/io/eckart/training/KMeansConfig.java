package io.eckart.training;

import io.eckart.numerics.DoubleMatrix;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How k-means is fitted.
 *
 * @param clusters k, at least 1
 * @param restarts the number of random starts, of which the best is kept, at least 1; empty: {@value #RESTARTS}, on small data up to
 *     {@value #MOST_RESTARTS} (see {@link #restartsFor})
 * @param maxIterations the largest number of iterations of one start, at least 1
 * @param start the centroids to start from, k x d; empty: k-means++ (Arthur and Vassilvitskii 2007)
 */
public record KMeansConfig(int clusters, OptionalInt restarts, int maxIterations, Optional<DoubleMatrix> start) {
    /** Random starts, unless chosen otherwise. */
    public static final int RESTARTS = 10;
    /** Random starts on small data, unless chosen otherwise. */
    public static final int MOST_RESTARTS = 100;
    // One iteration of all starts together compares about this many cells with a centroid: below that, more starts cost
    // next to nothing.
    private static final long CHEAP_CELLS = 1 << 22;

    /** Most iterations of one start, unless chosen otherwise. */
    public static final int MAX_ITERATIONS = 300;

    /** @throws IllegalArgumentException if a value is out of its range; the message says the range */
    public KMeansConfig {
        SettingCheck.require(clusters >= 1, "k must be at least 1", clusters);
        restarts.ifPresent(count -> SettingCheck.require(count >= 1, "restarts must be at least 1", count));
        SettingCheck.require(maxIterations >= 1, "iterations must be at least 1", maxIterations);
        if (start.isPresent() && start.get().rows() != clusters) {
            throw new IllegalArgumentException("the start has " + start.get().rows() + " centroids, k is " + clusters);
        }
    }

    /** k clusters, the best of several starts by k-means++, at most {@value #MAX_ITERATIONS} iterations each. */
    public static KMeansConfig clusters(int k) {
        return new KMeansConfig(k, OptionalInt.empty(), MAX_ITERATIONS, Optional.empty());
    }

    public KMeansConfig withRestarts(int count) {
        return new KMeansConfig(clusters, OptionalInt.of(count), maxIterations, start);
    }

    public KMeansConfig withMaxIterations(int count) {
        return new KMeansConfig(clusters, restarts, count, start);
    }

    /** Starts once, from these centroids (k x d). */
    public KMeansConfig withStart(DoubleMatrix centroids) {
        return new KMeansConfig(clusters, OptionalInt.of(1), maxIterations, Optional.of(centroids));
    }

    /** The number of starts on n rows of d features: as chosen, else more the smaller {@code n d k} is. */
    public int restartsFor(int rows, int features) {
        long cells = Math.max(1, (long) rows * features * clusters);
        return restarts.orElse(Math.clamp(CHEAP_CELLS / cells, RESTARTS, MOST_RESTARTS));
    }
}
