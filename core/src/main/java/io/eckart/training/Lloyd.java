package io.eckart.training;

import io.eckart.model.NearestCentroids;
import io.eckart.numerics.DoubleMatrix;
import io.eckart.numerics.Workers;
import java.util.Arrays;

/**
 * Lloyd's algorithm (Lloyd 1982) from one start: assign each row to its nearest centroid, move each centroid to the mean of
 * its rows, until no row changes. Inertia never rises.
 *
 * <p>Assignment is exact and accelerated by the bounds of Hamerly (2010): a row whose upper bound on the distance to its own
 * centroid is below the lower bound on the distance to every other keeps its cluster unseen; the rest is gathered into
 * blocks and decided by {@link NearestCentroids}. Both bounds are for the distance over observed cells, which a
 * centroid's movement changes by no more than the movement's norm.
 *
 * <p>Rows are cut into lanes, a number that depends on nothing but the sizes; each lane keeps cluster sums of its own and
 * they are added in the order of the lanes, so that the number of threads changes no bit.
 */
final class Lloyd {
    /** Covers the float64 rounding of bounds, which are sums of a few hundred movements. */
    private static final double SLACK = 1 + 1e-9;
    /** Inertia is a difference of sums of squares in float64; a rise below this part of the sum is rounding. */
    private static final double RISE = 1e-9;

    /**
     * What one start ended in.
     *
     * @param centroids k x d
     * @param labels n entries, -1 for a row without an observed cell
     * @param inertia sum of squared distances to the assigned centroids
     */
    @SuppressWarnings("ArrayRecordComponent") // identity is never asked of it
    record Result(DoubleMatrix centroids, int[] labels, double inertia, int iterations, boolean converged) {}

    private final ClusterData data;
    private final Workers workers;
    private final TrainingListener listener;
    private final ClusterSums sums;
    private final int[] labels;
    private final double[] upper;
    private final double[] lower;
    private DoubleMatrix centroids;
    private CentroidMovement movement;
    private long rowsDecided;

    Lloyd(ClusterData data, DoubleMatrix start, Workers workers, TrainingListener listener) {
        this.data = data;
        this.workers = workers;
        this.listener = listener;
        this.centroids = start;
        this.sums = new ClusterSums(data, start.rows());
        this.labels = new int[data.rows().rows()];
        this.upper = new double[labels.length];
        this.lower = new double[labels.length];
        this.movement = CentroidMovement.none(start.rows());
        Arrays.fill(labels, ClusterSums.UNASSIGNED);
        Arrays.fill(upper, Double.POSITIVE_INFINITY);
    }

    Result run(int maxIterations) {
        double inertia = Double.POSITIVE_INFINITY;
        boolean converged = false;
        int iteration = 0;
        while (iteration < maxIterations && !converged) {
            long changed = assign();
            changed += reseedEmptyClusters();
            DoubleMatrix moved = sums.means(centroids);
            double next = sums.inertia();
            requireNoRise(inertia, next, iteration);
            inertia = next;
            movement = CentroidMovement.between(centroids, moved, data.partial());
            centroids = moved;
            iteration++;
            converged = changed == 0;
            listener.on(new TrainingEvent.IterationEnded(iteration, inertia));
        }
        return new Result(centroids, labels, exactInertia(), iteration, converged);
    }

    private void requireNoRise(double before, double after, int iteration) {
        if (after > before + RISE * sums.totalSquares()) {
            throw new IllegalStateException(
                    "inertia rose from " + before + " to " + after + " in iteration " + (iteration + 1));
        }
    }

    /** @return how many rows changed their cluster */
    private long assign() {
        NearestCentroids nearest = new NearestCentroids(centroids);
        long[] changed = new long[sums.lanes()];
        long[] decided = new long[sums.lanes()];
        workers.forEach(sums.lanes(), lane -> {
            LanePass pass = new LanePass(lane, nearest);
            changed[lane] = pass.run();
            decided[lane] = pass.decided;
        });
        rowsDecided += Arrays.stream(decided).sum();
        return Arrays.stream(changed).sum();
    }

    /** How many rows all iterations together had to compare with every centroid; the others kept theirs by a bound. */
    long rowsDecided() {
        return rowsDecided;
    }

    /** One lane's share of an assignment step. */
    private final class LanePass {
        private final int lane;
        private final NearestCentroids nearest;
        private final NearestCentroids.Scratch scratch;
        private final int[] pending = new int[NearestCentroids.BLOCK];
        private final double[] pendingSquares = new double[NearestCentroids.BLOCK];
        private float[] gathered = new float[0];
        private int waiting;
        private long changed;
        private long decided;

        LanePass(int lane, NearestCentroids nearest) {
            this.lane = lane;
            this.nearest = nearest;
            this.scratch = nearest.scratch();
        }

        long run() {
            for (int row = sums.laneStart(lane); row < sums.laneStart(lane + 1); row++) {
                if (!keepsItsCluster(row)) {
                    pendingSquares[waiting] = data.squares()[row];
                    pending[waiting++] = row;
                    if (waiting == pending.length) {
                        decidePending();
                    }
                }
            }
            decidePending();
            return changed;
        }

        private boolean keepsItsCluster(int row) {
            int label = labels[row];
            if (label < 0) {
                return false;
            }
            upper[row] = (upper[row] + movement.of(label)) * SLACK;
            lower[row] = Math.max(0, lower[row] - movement.largestOfOthers(label)) / SLACK;
            return upper[row] < Math.max(lower[row], movement.halfGap(label));
        }

        private void decidePending() {
            if (waiting == 0) {
                return;
            }
            boolean adjacent = pending[waiting - 1] - pending[0] == waiting - 1;
            float[] rows = adjacent ? data.rows().values() : gather();
            int offset = adjacent ? data.start(pending[0]) : 0;
            nearest.find(rows, offset, waiting, pendingSquares, data.partial(), scratch);
            for (int i = 0; i < waiting; i++) {
                accept(pending[i], i);
            }
            decided += waiting;
            waiting = 0;
        }

        private float[] gather() {
            int d = data.features();
            if (gathered.length == 0) {
                gathered = new float[NearestCentroids.BLOCK * d];
            }
            for (int i = 0; i < waiting; i++) {
                System.arraycopy(data.rows().values(), data.start(pending[i]), gathered, i * d, d);
            }
            return gathered;
        }

        private void accept(int row, int i) {
            int label = scratch.nearest[i];
            upper[row] = scratch.upper[i];
            lower[row] = scratch.lower[i];
            if (label != labels[row]) {
                sums.move(lane, row, labels[row], label);
                labels[row] = label;
                changed++;
            }
        }
    }

    /** Gives each empty cluster the row farthest from its centroid. */
    private long reseedEmptyClusters() {
        int[] empty = sums.emptyClusters();
        if (empty.length == 0) {
            return 0;
        }
        double[] distances = distancesToOwn();
        for (int cluster : empty) {
            int farthest = farthest(distances);
            sums.move(sums.laneOf(farthest), farthest, labels[farthest], cluster);
            labels[farthest] = cluster;
            upper[farthest] = Double.POSITIVE_INFINITY;
            lower[farthest] = 0;
            distances[farthest] = 0;
        }
        return empty.length;
    }

    /** The row farthest from its centroid among those whose cluster keeps another row. */
    private int farthest(double[] distances) {
        long[] sizes = sums.sizes();
        int farthest = -1;
        for (int row = 0; row < distances.length; row++) {
            if (labels[row] >= 0 && sizes[labels[row]] > 1 && (farthest < 0 || distances[row] > distances[farthest])) {
                farthest = row;
            }
        }
        if (farthest < 0) {
            throw new IllegalStateException("no cluster has a row to give to an empty one");
        }
        return farthest;
    }

    private double[] distancesToOwn() {
        NearestCentroids current = new NearestCentroids(centroids);
        double[] distances = new double[labels.length];
        workers.forEach(sums.lanes(), lane -> {
            for (int row = sums.laneStart(lane); row < sums.laneStart(lane + 1); row++) {
                distances[row] = labels[row] < 0
                        ? 0
                        : current.squaredDistance(data.rows().values(), data.start(row), labels[row]);
            }
        });
        return distances;
    }

    private double exactInertia() {
        return Arrays.stream(distancesToOwn()).sum();
    }
}
