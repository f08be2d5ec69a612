package io.eckart.training.kmeans;

import io.eckart.numerics.neighbour.NearestCentroids;
import java.util.Arrays;

/**
 * Two bounds a row (Hamerly 2010): at least the distance to its own centroid, at most the distance to every other. For many
 * rows, many clusters, and missing cells: a centroid's movement bounds the change of a distance over observed cells too.
 */
final class HamerlyBounds implements AssignmentBounds {
    private final Assignment assignment;
    private final double[] upper;
    private final double[] lower;

    HamerlyBounds(Assignment assignment) {
        this.assignment = assignment;
        this.upper = new double[assignment.labels().length];
        this.lower = new double[upper.length];
        Arrays.fill(upper, Double.POSITIVE_INFINITY);
    }

    @Override
    public LaneResult assign(int lane, NearestCentroids nearest, CentroidMovement movement) {
        long[] counts = new long[2];
        RowGatherer gatherer = new RowGatherer(assignment.data(), nearest, (row, i, scratch) -> {
            upper[row] = scratch.upper[i];
            lower[row] = scratch.lower[i];
            counts[0] += assignment.put(lane, row, scratch.nearest[i]) ? 1 : 0;
            counts[1] += nearest.centroids().rows();
        });
        ClusterSums sums = assignment.sums();
        for (int row = sums.laneStart(lane); row < sums.laneStart(lane + 1); row++) {
            if (!keepsItsCluster(row, movement)) {
                gatherer.add(row);
            }
        }
        gatherer.flush();
        return new LaneResult(counts[0], counts[1]);
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

    @Override
    public void forget(int row) {
        upper[row] = Double.POSITIVE_INFINITY;
        lower[row] = 0;
    }
}
