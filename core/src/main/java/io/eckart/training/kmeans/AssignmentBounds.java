package io.eckart.training.kmeans;

import io.eckart.numerics.neighbour.NearestCentroids;
import java.util.Optional;

/**
 * Bounds on distances that let rows keep their cluster without being compared with every centroid. Every implementation
 * gives the assignments of the plain algorithm.
 */
sealed interface AssignmentBounds permits HamerlyBounds, ElkanBounds, ContractedBounds {
    /** Bounds for every pair of row and centroid take at most this many entries. */
    long MOST_PAIRS = 1L << 26;

    /** Covers the float64 rounding of bounds, which are sums of a few hundred movements. */
    double SLACK = 1 + 1e-9;

    /**
     * What one lane's share of an assignment step came to.
     *
     * @param changed rows that changed their cluster
     * @param distances how many distances from row to centroid were computed
     */
    record LaneResult(long changed, long distances) {}

    /** Below this many clusters the product costs no more than reading the row does. */
    int FEW_CLUSTERS = 24;

    /**
     * Bounds from few dimensions where the data have them and there are clusters enough; else one for every pair where they fit into
     * memory and cells are observed. Chosen by the data and the sizes alone.
     */
    static AssignmentBounds of(Assignment assignment, int clusters) {
        Optional<Contraction> contraction = assignment.data().contraction();
        if (contraction.isPresent() && clusters >= FEW_CLUSTERS) {
            return new ContractedBounds(assignment, contraction.get(), clusters);
        }
        long pairs = (long) assignment.data().rows().rows() * clusters;
        return assignment.data().partial() || pairs > MOST_PAIRS
                ? new HamerlyBounds(assignment)
                : new ElkanBounds(assignment, clusters);
    }

    /** Whether {@link #assign} reads the gaps between centroids. */
    default boolean readsGaps() {
        return true;
    }

    /** Called once before the lanes of a step. */
    default void prepare(NearestCentroids nearest) {}

    /** Assigns the rows of one lane; lanes may be worked on at once. */
    LaneResult assign(int lane, NearestCentroids nearest, CentroidMovement movement);

    /** Nothing is known of this row any more. */
    void forget(int row);
}
