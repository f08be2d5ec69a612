package io.eckart.training;

import io.eckart.model.NeighbourWeights;

/**
 * Filling by nearest neighbours.
 *
 * @param neighbours k, at least 1
 */
public record NeighboursConfig(int neighbours, NeighbourWeights weights) {
    /** Five neighbours that count the same, the defaults of scikit-learn's KNNImputer. */
    public static final NeighboursConfig DEFAULT = new NeighboursConfig(5, NeighbourWeights.UNIFORM);

    /** @throws IllegalArgumentException if k is below 1 */
    public NeighboursConfig {
        if (neighbours < 1) {
            throw new IllegalArgumentException("k must be at least 1, got " + neighbours);
        }
    }
}
