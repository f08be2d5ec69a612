package io.eckart.training.kmeans;

import io.eckart.numerics.DoubleMatrix;
import io.eckart.numerics.blas.LinearAlgebra;
import io.eckart.numerics.neighbour.NearestCentroids;
import java.util.Arrays;

/**
 * Hamerly's two bounds a row, and where they do not decide, bounds from few dimensions: rows and centroids are mapped by a
 * {@link Contraction}, one product there gives a lower bound for every pair, and a row is compared in full only with the
 * centroids that it leaves in question, often with none. For complete rows.
 *
 * <p>Nothing is kept for pairs, so memory does not grow with n x k, and nothing gets looser as centroids move.
 */
final class ContractedBounds implements AssignmentBounds {
    private static final int MOST_ROWS = 256;
    private static final int FEWEST_ROWS = 32;
    /** Bounds computed at once by a thread, so many that they stay in its cache. */
    private static final int BOUNDS = 1 << 17;

    private static final int WIDTH = Contraction.DIMENSIONS;
    /** Centroids whose least bound is looked at before their own. */
    private static final int GROUP = 16;
    /** A row is compared one by one with up to this part of the centroids; beyond, the product is faster. */
    private static final int PART = 8;

    private final Assignment assignment;
    private final ClusterData data;
    private final Contraction contraction;
    private final int clusters;
    private final double[] upper;
    private final double[] lower;
    /** Rows whose bounds are computed at once. */
    private final int block;

    private DoubleMatrix mapped;
    private NearestCentroids near;
    private float[] narrow = {};

    ContractedBounds(Assignment assignment, Contraction contraction, int clusters) {
        this.assignment = assignment;
        this.data = assignment.data();
        this.contraction = contraction;
        this.clusters = clusters;
        this.upper = new double[data.rows().rows()];
        this.lower = new double[upper.length];
        this.block = Math.clamp(BOUNDS / clusters, FEWEST_ROWS, MOST_ROWS);
        this.mapped = DoubleMatrix.zeros(clusters, WIDTH);
        this.near = new NearestCentroids(mapped);
        Arrays.fill(upper, Double.POSITIVE_INFINITY);
    }

    @Override
    public boolean readsGaps() {
        return false;
    }

    @Override
    public void prepare(NearestCentroids nearest) {
        mapped = contraction.of(nearest.centroids());
        near = new NearestCentroids(mapped);
        narrow = mapped.toFloat().values();
    }

    @Override
    public LaneResult assign(int lane, NearestCentroids nearest, CentroidMovement movement) {
        return new LanePass(lane, nearest, movement).run();
    }

    @Override
    public void forget(int row) {
        upper[row] = Double.POSITIVE_INFINITY;
        lower[row] = 0;
    }

    /** At most (or with an error added, at least) a distance, from its square; what is always true where float32 overflowed. */
    private static double root(double square, double otherwise) {
        return Double.isNaN(square) ? otherwise : Math.sqrt(Math.max(0, square));
    }

    private final class LanePass {
        private final int lane;
        private final CentroidMovement movement;
        private final RowGatherer gatherer;
        private final RowComparison comparison;
        private final int[] pending = new int[block];
        private final float[] points = new float[block * WIDTH];
        /** {@code |c_j|^2 - 2 x_i c_j} of the mapped rows and centroids, at {@code j * block + i}. */
        private final float[] scores = new float[clusters * block];

        private final int groups = Math.ceilDiv(clusters, GROUP);
        /** The least score of each group, at {@code group * block + i}. */
        private final float[] leasts = new float[groups * block];

        private final float[] least = new float[block];
        private final float[] ofCentroid = new float[block];
        private final int[] candidates = new int[clusters];
        private double leastLeft;
        private int waiting;
        private long changed;
        private long distances;

        LanePass(int lane, NearestCentroids nearest, CentroidMovement movement) {
            this.lane = lane;
            this.movement = movement;
            this.gatherer = new RowGatherer(data, nearest, this::acceptBlock);
            this.comparison = new RowComparison(data, nearest, clusters);
        }

        LaneResult run() {
            ClusterSums sums = assignment.sums();
            for (int row = sums.laneStart(lane); row < sums.laneStart(lane + 1); row++) {
                if (!keepsItsCluster(row)) {
                    add(row);
                }
            }
            flush();
            gatherer.flush();
            return new LaneResult(changed, distances + comparison.distances());
        }

        private boolean keepsItsCluster(int row) {
            int label = assignment.label(row);
            if (label < 0) {
                return false;
            }
            upper[row] = (upper[row] + movement.of(label)) * SLACK;
            lower[row] = Math.max(0, lower[row] - movement.largestOfOthers(label)) / SLACK;
            return upper[row] < lower[row];
        }

        private void acceptBlock(int row, int i, NearestCentroids.Scratch answer) {
            distances += clusters;
            settle(row, answer.nearest[i], answer.upper[i], answer.lower[i]);
        }

        private void settle(int row, int label, double atMost, double othersAtLeast) {
            upper[row] = atMost;
            lower[row] = othersAtLeast;
            changed += assignment.put(lane, row, label) ? 1 : 0;
        }

        private void add(int row) {
            contraction.copy(row, points, waiting * WIDTH);
            pending[waiting++] = row;
            if (waiting == block) {
                flush();
            }
        }

        private void flush() {
            if (waiting == 0) {
                return;
            }
            score();
            findLeasts();
            for (int i = 0; i < waiting; i++) {
                decide(i);
            }
            waiting = 0;
        }

        private void score() {
            for (int j = 0; j < clusters; j++) {
                Arrays.fill(scores, j * block, j * block + waiting, (float) near.squaredNorm(j));
            }
            LinearAlgebra.get()
                    .gemm(
                            false, true, clusters, waiting, WIDTH, -2, narrow, 0, WIDTH, points, 0, WIDTH, 1, scores, 0,
                            block);
        }

        /** In loops along the rows at one index, which the JIT vectorises. */
        private void findLeasts() {
            for (int group = 0; group < groups; group++) {
                System.arraycopy(scores, group * GROUP * block, least, 0, waiting);
                for (int j = group * GROUP + 1; j < end(group); j++) {
                    System.arraycopy(scores, j * block, ofCentroid, 0, waiting);
                    for (int i = 0; i < waiting; i++) {
                        least[i] = Math.min(least[i], ofCentroid[i]);
                    }
                }
                System.arraycopy(least, 0, leasts, group * block, waiting);
            }
        }

        private int end(int group) {
            return Math.min(clusters, (group + 1) * GROUP);
        }

        private void decide(int i) {
            int row = pending[i];
            double square = data.squares()[row];
            double error = near.error(square) + contraction.error(Math.sqrt(square) + near.largestNorm());
            int label = assignment.label(row) < 0 ? holderOfTheLeast(i) : assignment.label(row);
            double own = scores[label * block + i];
            double mappedAtMost = square + own + 4 * contraction.left(row) * Contraction.left(mapped, label) + error;
            // What was known before is the better bound where the centroid has hardly moved.
            double atMost = Math.min(mappedAtMost, upper[row] * upper[row] * SLACK);
            takeOut(label, i);
            int count = findCandidates(i, atMost + error - square);
            if (count == 0) {
                settle(row, label, root(atMost, Double.POSITIVE_INFINITY), root(square + leastLeft - error, 0));
            } else {
                compare(i, label, count, square - error);
            }
        }

        /** The own centroid is looked at apart from the others. */
        private void takeOut(int label, int i) {
            int group = label / GROUP;
            scores[label * block + i] = Float.POSITIVE_INFINITY;
            float others = Float.POSITIVE_INFINITY;
            for (int j = group * GROUP; j < end(group); j++) {
                others = Math.min(others, scores[j * block + i]);
            }
            leasts[group * block + i] = others;
        }

        private int holderOfTheLeast(int i) {
            int found = 0;
            for (int group = 1; group < groups; group++) {
                found = leasts[group * block + i] < leasts[found * block + i] ? group : found;
            }
            int holder = found * GROUP;
            for (int j = holder; j < end(found); j++) {
                holder = scores[j * block + i] < scores[holder * block + i] ? j : holder;
            }
            return holder;
        }

        /** Finds the centroids with a score of at most this, and the least score of the others; NaN is not known to be more. */
        private int findCandidates(int i, double most) {
            int count = 0;
            float left = Float.POSITIVE_INFINITY;
            for (int group = 0; group < groups; group++) {
                float leastOfGroup = leasts[group * block + i];
                if (leastOfGroup > most) {
                    left = Math.min(left, leastOfGroup);
                    continue;
                }
                for (int j = group * GROUP; j < end(group); j++) {
                    float score = scores[j * block + i];
                    if (score > most) {
                        left = Math.min(left, score);
                    } else {
                        candidates[count++] = j;
                    }
                }
            }
            leastLeft = left;
            return count;
        }

        /** @param base what makes a squared lower bound of a score */
        private void compare(int i, int label, int count, double base) {
            int row = pending[i];
            comparison.start(row);
            comparison.compareWith(label);
            double bound = comparison.upperBound();
            int within = keepThoseWithin(i, bound * bound - base, count);
            if (Double.isNaN(bound) || within >= clusters / PART) {
                gatherer.add(row);
                return;
            }
            double others = root(base + leastLeft, 0);
            for (int c = 0; c < within; c++) {
                double atLeast = root(base + scores[candidates[c] * block + i], 0);
                if (atLeast > comparison.upperBound()) {
                    others = Math.min(others, atLeast);
                } else {
                    comparison.compareWith(candidates[c]);
                }
            }
            int found = comparison.nearest();
            for (int c = 0; c < comparison.count(); c++) {
                others = comparison.centroid(c) == found ? others : Math.min(others, comparison.lowerBound(c));
            }
            settle(row, found, comparison.upperBound(), others);
        }

        /** Keeps the candidates with a score of at most this, and counts the others to those that are left. */
        private int keepThoseWithin(int i, double most, int count) {
            int within = 0;
            double left = leastLeft;
            for (int c = 0; c < count; c++) {
                float score = scores[candidates[c] * block + i];
                if (score > most) {
                    left = Math.min(left, score);
                } else {
                    candidates[within++] = candidates[c];
                }
            }
            leastLeft = left;
            return within;
        }
    }
}
