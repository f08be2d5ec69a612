package io.eckart.training.kmeans;

import io.eckart.numerics.neighbour.NearestCentroids;
import java.util.Arrays;

/**
 * One bound for every pair of row and centroid (Elkan 2003), beside the one on the distance to the own centroid. A row for
 * which few centroids are left in question is compared with these alone; one with many is left to the matrix product. For
 * complete rows.
 *
 * <p>Lower bounds are float32, rounded so that they stay bounds: {@link CentroidMovement} adds to each movement what the
 * subtraction may round away.
 */
final class ElkanBounds implements AssignmentBounds {
    /** A row is compared one by one with up to this part of the centroids; beyond, the product is faster. */
    private static final int PART = 4;

    /** Bounds looked at together. */
    private static final int GROUP = 8;

    private final Assignment assignment;
    private final ClusterData data;
    private final int clusters;
    private final double[] upper;
    private final float[] lower;

    ElkanBounds(Assignment assignment, int clusters) {
        this.assignment = assignment;
        this.data = assignment.data();
        this.clusters = clusters;
        this.upper = new double[data.rows().rows()];
        this.lower = new float[upper.length * clusters];
        Arrays.fill(upper, Double.POSITIVE_INFINITY);
    }

    @Override
    public LaneResult assign(int lane, NearestCentroids nearest, CentroidMovement movement) {
        return new LanePass(lane, nearest, movement).run();
    }

    @Override
    public void forget(int row) {
        upper[row] = Double.POSITIVE_INFINITY;
        Arrays.fill(lower, row * clusters, (row + 1) * clusters, 0);
    }

    private final class LanePass {
        private final int lane;
        private final NearestCentroids nearest;
        private final CentroidMovement movement;
        private final RowGatherer gatherer;
        private final RowComparison comparison;
        private final int[] candidates = new int[clusters + 1];
        private final float[] bounds = new float[clusters];
        private final int[] within = new int[clusters + GROUP];
        private long changed;
        private long distances;

        LanePass(int lane, NearestCentroids nearest, CentroidMovement movement) {
            this.lane = lane;
            this.nearest = nearest;
            this.movement = movement;
            this.gatherer = new RowGatherer(data, nearest, this::acceptBlock);
            this.comparison = new RowComparison(data, nearest, clusters + 1);
        }

        LaneResult run() {
            ClusterSums sums = assignment.sums();
            for (int row = sums.laneStart(lane); row < sums.laneStart(lane + 1); row++) {
                int label = assignment.label(row);
                if (label < 0) {
                    gatherer.add(row);
                } else if (!keepsItsCluster(row, label)) {
                    compare(row, label);
                }
            }
            gatherer.flush();
            return new LaneResult(changed, distances + comparison.distances());
        }

        private void acceptBlock(int row, int i, NearestCentroids.Scratch scratch) {
            upper[row] = scratch.upper[i];
            nearest.lowerBounds(i, data.squares()[row], scratch, lower, row * clusters);
            changed += assignment.put(lane, row, scratch.nearest[i]) ? 1 : 0;
            distances += clusters;
        }

        /** Leaves the tighter of the two bounds on each distance for {@link #findCandidates}; in loops that the JIT vectorises. */
        private boolean keepsItsCluster(int row, int label) {
            float[] moved = movement.roundedUp();
            float[] gaps = movement.halfGaps()[label];
            System.arraycopy(lower, row * clusters, bounds, 0, clusters);
            for (int j = 0; j < clusters; j++) {
                bounds[j] -= moved[j];
            }
            System.arraycopy(bounds, 0, lower, row * clusters, clusters);
            for (int j = 0; j < clusters; j++) {
                bounds[j] = Math.max(bounds[j], gaps[j]);
            }
            upper[row] = (upper[row] + movement.of(label)) * SLACK;
            return !isAnyWithin(upper[row]);
        }

        /** Whether some bound is at most this distance, or so little above it that float32 cannot tell. */
        private boolean isAnyWithin(double distance) {
            float beyond = Math.nextUp((float) distance);
            int count = 0;
            for (int j = 0; j < clusters; j++) {
                count += isBelow(bounds[j], beyond);
            }
            return count > 0;
        }

        /** 1 if it is, else 0; by arithmetic, since the JIT does not vectorise a comparison. */
        private static int isBelow(float bound, float beyond) {
            return (int) Math.signum(Math.max(beyond - bound, 0f));
        }

        private void compare(int row, int label) {
            if (clusters < FEW_CLUSTERS) {
                gatherer.add(row);
                return;
            }
            comparison.start(row);
            comparison.compareWith(label);
            double bound = comparison.upperBound();
            int count = findCandidates(bound);
            if (count >= clusters / PART || Double.isNaN(bound)) {
                gatherer.add(row);
                return;
            }
            decide(row, count);
        }

        /** Finds those that neither bound rules out; few, so they are looked for in groups. The own one's gap to itself is infinite. */
        private int findCandidates(double distance) {
            float beyond = Math.nextUp((float) distance);
            for (int j = 0; j < clusters; j++) {
                within[j] = isBelow(bounds[j], beyond);
            }
            int count = 0;
            for (int j = 0; j < clusters; j += GROUP) {
                if (isAnyOfGroupWithin(j)) {
                    for (int i = j; i < Math.min(clusters, j + GROUP); i++) {
                        candidates[count] = i;
                        count += within[i];
                    }
                }
            }
            return count;
        }

        private boolean isAnyOfGroupWithin(int j) {
            int some = within[j] | within[j + 1] | within[j + 2] | within[j + 3];
            int more = within[j + 4] | within[j + 5] | within[j + 6] | within[j + 7];
            return (some | more) != 0;
        }

        private void decide(int row, int count) {
            for (int c = 0; c < count; c++) {
                int j = candidates[c];
                if (!(lower[row * clusters + j] > comparison.upperBound())) {
                    comparison.compareWith(j);
                }
            }
            for (int c = 0; c < comparison.count(); c++) {
                lower[row * clusters + comparison.centroid(c)] = comparison.lowerBound(c);
            }
            upper[row] = comparison.upperBound();
            changed += assignment.put(lane, row, comparison.nearest()) ? 1 : 0;
        }
    }
}
