package io.eckart.training;

import io.eckart.model.NeighbourWeights;

/**
 * Filling by nearest neighbours.
 *
 * @param neighbours k, at least 1
 * @param weights how the neighbours are weighted
 */
public record NeighboursConfig(int neighbours, NeighbourWeights weights) {
    /** Five neighbours with equal weights, the defaults of scikit-learn's KNNImputer. */
    public static final NeighboursConfig DEFAULT = new NeighboursConfig(5, NeighbourWeights.UNIFORM);

    /** @throws IllegalArgumentException if k is below 1 */
    public NeighboursConfig {
        SettingCheck.require(neighbours >= 1, "k must be at least 1", neighbours);
    }
}
