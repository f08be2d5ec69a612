package io.eckart.training.kmeans;

import io.eckart.numerics.DoubleMatrix;
import io.eckart.numerics.Workers;
import io.eckart.numerics.neighbour.NearestCentroids;
import io.eckart.training.TrainingEvent;
import io.eckart.training.TrainingListener;
import java.util.Arrays;
import java.util.function.BooleanSupplier;

/**
 * Lloyd's algorithm (Lloyd 1982) from one start: assign each row to its nearest centroid, move each centroid to the mean of
 * its rows, until no row changes. Inertia never rises.
 *
 * <p>Assignment is exact and accelerated by {@link AssignmentBounds}: most rows keep their cluster without being compared
 * with every centroid. The number of lanes of rows depends on the sizes alone. Each lane keeps its own cluster sums,
 * which are added in the order of the lanes, so that the number of threads changes no bit.
 */
final class Lloyd {
    /** Inertia is a difference of sums of squares in float64; a rise below this part of the sum is rounding. */
    private static final double RISE = 1e-9;
    /** Above this part of the sum of squares the difference keeps ten digits. */
    private static final double SHARP = 1e-4;

    /**
     * The result of one start.
     *
     * @param centroids k x d
     * @param labels n entries, -1 for a row without an observed cell
     * @param inertia sum of squared distances to the assigned centroids
     */
    @SuppressWarnings("ArrayRecordComponent") // handed over once; not exported
    record Result(DoubleMatrix centroids, int[] labels, double inertia, int iterations, boolean converged) {}

    private final Assignment assignment;
    private final AssignmentBounds bounds;
    private final ClusterSums sums;
    private final Workers workers;
    private final TrainingListener listener;
    private final BooleanSupplier stop;
    private DoubleMatrix centroids;
    private CentroidMovement movement;
    private long distances;

    Lloyd(ClusterData data, DoubleMatrix start, Workers workers, TrainingListener listener) {
        this(data, start, workers, listener, () -> false);
    }

    /** @param stop asked after each iteration; once true, no further one is made */
    Lloyd(ClusterData data, DoubleMatrix start, Workers workers, TrainingListener listener, BooleanSupplier stop) {
        this.assignment = new Assignment(data, start.rows());
        this.bounds = new AssignmentBounds(assignment);
        this.sums = assignment.sums();
        this.workers = workers;
        this.listener = listener;
        this.stop = stop;
        this.centroids = start;
        this.movement = CentroidMovement.none(start.rows());
    }

    Result run(int maxIterations) {
        double inertia = Double.POSITIVE_INFINITY;
        boolean converged = false;
        int iteration = 0;
        while (iteration < maxIterations && !converged && (iteration == 0 || !stop.getAsBoolean())) {
            long changed = assign() + reseedEmptyClusters();
            ClusterSums.Totals totals = sums.totals(centroids, workers);
            DoubleMatrix moved = totals.means();
            double next = sums.inertia(totals);
            requireNoRise(inertia, next, iteration);
            inertia = next;
            movement = CentroidMovement.between(centroids, moved, bounds.readsGaps());
            centroids = moved;
            iteration++;
            converged = changed == 0;
            listener.on(new TrainingEvent.IterationEnded(iteration, inertia));
        }
        return new Result(centroids, assignment.labels(), sharp(inertia), iteration, converged);
    }

    /** The inertia from the sums, or from the rows where the difference of sums has lost its digits. */
    private double sharp(double inertia) {
        return inertia > SHARP * sums.totalSquares()
                ? inertia
                : Arrays.stream(distancesToOwn()).sum();
    }

    /** The number of distances from row to centroid computed so far; the plain algorithm needs n x k in each iteration. */
    long distancesComputed() {
        return distances;
    }

    private void requireNoRise(double before, double after, int iteration) {
        if (after > before + RISE * sums.totalSquares()) {
            throw new IllegalStateException(
                    "inertia rose from " + before + " to " + after + " in iteration " + (iteration + 1));
        }
    }

    /** @return the number of rows that changed their cluster */
    private long assign() {
        NearestCentroids nearest = new NearestCentroids(centroids);
        bounds.prepare(nearest);
        AssignmentBounds.LaneResult[] results = new AssignmentBounds.LaneResult[sums.lanes()];
        workers.forEach(sums.lanes(), lane -> results[lane] = bounds.assign(lane, nearest, movement));
        distances += Arrays.stream(results)
                .mapToLong(AssignmentBounds.LaneResult::distances)
                .sum();
        return Arrays.stream(results)
                .mapToLong(AssignmentBounds.LaneResult::changed)
                .sum();
    }

    /** Gives each empty cluster the row farthest from its centroid. */
    private long reseedEmptyClusters() {
        int[] empty = sums.emptyClusters();
        if (empty.length == 0) {
            return 0;
        }
        double[] distance = distancesToOwn();
        for (int cluster : empty) {
            int row = farthestFromItsCentroid(distance);
            assignment.put(sums.laneOf(row), row, cluster);
            bounds.forget(row);
            distance[row] = 0;
        }
        return empty.length;
    }

    /** The row farthest from its centroid among those whose cluster keeps another row. */
    private int farthestFromItsCentroid(double[] distance) {
        long[] sizes = sums.sizes();
        int found = -1;
        for (int row = 0; row < distance.length; row++) {
            int label = assignment.label(row);
            if (label >= 0 && sizes[label] > 1 && (found < 0 || distance[row] > distance[found])) {
                found = row;
            }
        }
        if (found < 0) {
            throw new IllegalStateException("no cluster has a row to give to an empty one");
        }
        return found;
    }

    private double[] distancesToOwn() {
        NearestCentroids current = new NearestCentroids(centroids);
        double[] distance = new double[assignment.labels().length];
        workers.forEach(sums.lanes(), lane -> assignment.distancesToOwn(lane, current, distance));
        return distance;
    }
}
