package io.eckart.training;

import io.eckart.model.NearestCentroids;

/**
 * Bounds on distances that let rows keep their cluster without being compared with every centroid. Every implementation
 * gives the assignments of the plain algorithm.
 */
sealed interface AssignmentBounds permits HamerlyBounds, ElkanBounds {
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

    /** The tighter bounds where they fit into memory and cells are observed; chosen by the sizes alone. */
    static AssignmentBounds of(Assignment assignment, int clusters) {
        long pairs = (long) assignment.data().rows().rows() * clusters;
        return assignment.data().partial() || pairs > MOST_PAIRS
                ? new HamerlyBounds(assignment)
                : new ElkanBounds(assignment, clusters);
    }

    /** Assigns the rows of one lane; lanes may be worked on at once. */
    LaneResult assign(int lane, NearestCentroids nearest, CentroidMovement movement);

    /** Nothing is known of this row any more. */
    void forget(int row);
}
