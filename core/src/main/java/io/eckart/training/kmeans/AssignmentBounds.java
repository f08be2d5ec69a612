package io.eckart.training.kmeans;

import io.eckart.numerics.neighbour.NearestCentroids;
import java.util.Arrays;
import java.util.Optional;

/**
 * Two bounds for each row (Hamerly 2010): at least the distance to its own centroid, at most the distance to every other. They let rows
 * keep their cluster without being compared with every centroid, and give the assignments of the plain algorithm. A centroid's
 * movement bounds the change of a distance over observed cells too, so cells may be missing.
 *
 * <p>Rows that the bounds do not decide are compared with every centroid or, where the data have a {@link Contraction}, with
 * those that its bounds do not exclude. The choice depends on the data and the sizes alone.
 */
final class AssignmentBounds {
    /** Covers the float64 rounding of bounds, which are sums of a few hundred movements. */
    static final double SLACK = 1 + 1e-9;

    /** With fewer clusters the product costs no more than reading the row. */
    static final int FEW_CLUSTERS = 24;

    /**
     * The result of one lane in an assignment step.
     *
     * @param changed rows that changed their cluster
     * @param distances the number of distances from row to centroid that were computed
     */
    record LaneResult(long changed, long distances) {}

    private final Assignment assignment;
    private final double[] upper;
    private final double[] lower;
    private Optional<ContractedComparison.Centroids> contracted = Optional.empty();

    AssignmentBounds(Assignment assignment) {
        this.assignment = assignment;
        this.upper = new double[assignment.labels().length];
        this.lower = new double[upper.length];
        Arrays.fill(upper, Double.POSITIVE_INFINITY);
    }

    /** Whether {@link #assign} reads the gaps between centroids: with missing cells they bound no distance. */
    boolean readsGaps() {
        return !assignment.data().partial() && assignment.data().contraction().isEmpty();
    }

    /** Called once before the lanes of a step. */
    void prepare(NearestCentroids nearest) {
        contracted = assignment
                .data()
                .contraction()
                .map(contraction -> ContractedComparison.Centroids.of(contraction, nearest.centroids()));
    }

    /** Assigns the rows of one lane; lanes may run at the same time. */
    LaneResult assign(int lane, NearestCentroids nearest, CentroidMovement movement) {
        return new LanePass(lane, nearest).run(movement);
    }

    /** Resets the bounds of a row. */
    void forget(int row) {
        upper[row] = Double.POSITIVE_INFINITY;
        lower[row] = 0;
    }

    /** The assignment of the rows of one lane, in order. */
    final class LanePass {
        private final int lane;
        private final RowGatherer gatherer;
        private final Optional<ContractedComparison> comparison;
        private long changed;
        private long distances;

        private LanePass(int lane, NearestCentroids nearest) {
            this.lane = lane;
            this.gatherer = new RowGatherer(assignment.data(), nearest, (row, i, answer) -> {
                distances += nearest.centroids().rows();
                settle(row, answer.nearest[i], answer.upper[i], answer.lower[i]);
            });
            this.comparison =
                    contracted.map(centroids -> new ContractedComparison(assignment, centroids, nearest, this));
        }

        private LaneResult run(CentroidMovement movement) {
            ClusterSums sums = assignment.sums();
            for (int row = sums.laneStart(lane); row < sums.laneStart(lane + 1); row++) {
                if (keepsItsCluster(row, movement)) {
                    continue;
                }
                if (comparison.isPresent()) {
                    comparison.get().add(row);
                } else {
                    gatherer.add(row);
                }
            }
            comparison.ifPresent(ContractedComparison::flush);
            gatherer.flush();
            return new LaneResult(
                    changed,
                    distances + comparison.map(ContractedComparison::distances).orElse(0L));
        }

        private boolean keepsItsCluster(int row, CentroidMovement movement) {
            int label = assignment.label(row);
            if (label < 0) {
                return false;
            }
            upper[row] = (upper[row] + movement.of(label)) * SLACK;
            lower[row] = Math.max(0, lower[row] - movement.largestOfOthers(label)) / SLACK;
            return upper[row] < Math.max(lower[row], movement.smallestHalfGap(label));
        }

        /** At least the distance of a row to its own centroid. */
        double upper(int row) {
            return upper[row];
        }

        /** Leaves a row to the comparison with every centroid. */
        void compareWithAll(int row) {
            gatherer.add(row);
        }

        void settle(int row, int label, double atMost, double othersAtLeast) {
            upper[row] = atMost;
            lower[row] = othersAtLeast;
            changed += assignment.put(lane, row, label) ? 1 : 0;
        }
    }
}
