package io.eckart.training.kmeans;

import io.eckart.numerics.DoubleMatrix;
import io.eckart.numerics.blas.LinearAlgebra;
import io.eckart.numerics.blas.Operand;
import io.eckart.numerics.neighbour.NearestCentroids;
import java.util.Arrays;

/**
 * Compares rows of one lane with centroids by bounds from few dimensions: rows and centroids are mapped by a {@link Contraction},
 * one product there gives a lower bound for every pair, and a row is compared in full only with the centroids that the bounds do
 * not exclude, often with none. For complete rows.
 *
 * <p>Nothing is kept for pairs, so memory does not grow with n x k, and nothing gets looser as centroids move.
 */
final class ContractedComparison {
    private static final int MOST_ROWS = 256;
    private static final int FEWEST_ROWS = 32;
    /** The number of bounds that a thread computes at once; they stay in its cache. */
    private static final int BOUNDS = 1 << 17;

    private static final int WIDTH = Contraction.DIMENSIONS;
    /** Centroids whose least bound is looked at before their own. */
    private static final int GROUP = 16;
    /** A row is compared one by one with up to 1/8 of the centroids; beyond, the product is faster. */
    private static final int PART = 8;

    /** The centroids of an assignment step, and their images. */
    @SuppressWarnings("ArrayRecordComponent") // shared without copies within a step; not exported
    record Centroids(Contraction contraction, DoubleMatrix mapped, NearestCentroids near, float[] narrow) {
        static Centroids of(Contraction contraction, DoubleMatrix centroids) {
            DoubleMatrix mapped = contraction.of(centroids);
            return new Centroids(
                    contraction,
                    mapped,
                    new NearestCentroids(mapped),
                    mapped.toFloat().values());
        }
    }

    private final Assignment assignment;
    private final AssignmentBounds.LanePass lane;
    private final ClusterData data;
    private final Contraction contraction;
    private final DoubleMatrix mapped;
    private final NearestCentroids near;
    private final float[] narrow;
    private final int clusters;
    /** Rows whose bounds are computed at once. */
    private final int block;

    private final RowComparison comparison;
    private final int[] pending;
    private final float[] points;
    /** {@code |c_j|^2 - 2 x_i c_j} of the mapped rows and centroids, at {@code j * block + i}. */
    private final float[] scores;

    private final int groups;
    /** The least score of each group, at {@code group * block + i}. */
    private final float[] leasts;

    private final float[] least;
    private final float[] ofCentroid;
    private final int[] candidates;
    private double leastLeft;
    private int waiting;

    ContractedComparison(
            Assignment assignment, Centroids centroids, NearestCentroids nearest, AssignmentBounds.LanePass lane) {
        this.assignment = assignment;
        this.lane = lane;
        this.data = assignment.data();
        this.contraction = centroids.contraction;
        this.mapped = centroids.mapped;
        this.near = centroids.near;
        this.narrow = centroids.narrow;
        this.clusters = mapped.rows();
        this.block = Math.clamp(BOUNDS / clusters, FEWEST_ROWS, MOST_ROWS);
        this.comparison = new RowComparison(data, nearest, clusters);
        this.pending = new int[block];
        this.points = new float[block * WIDTH];
        this.scores = new float[clusters * block];
        this.groups = Math.ceilDiv(clusters, GROUP);
        this.leasts = new float[groups * block];
        this.least = new float[block];
        this.ofCentroid = new float[block];
        this.candidates = new int[clusters];
    }

    /** The number of inner products computed so far. */
    long distances() {
        return comparison.distances();
    }

    /** At most (or with an error added, at least) a distance, from its square; what is always true where float32 overflowed. */
    private static double root(double square, double otherwise) {
        return Double.isNaN(square) ? otherwise : Math.sqrt(Math.max(0, square));
    }

    void add(int row) {
        contraction.copy(row, points, waiting * WIDTH);
        pending[waiting++] = row;
        if (waiting == block) {
            flush();
        }
    }

    void flush() {
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
        Operand right = Operand.of(points, waiting, WIDTH).t();
        Operand to = Operand.of(scores, 0, clusters, waiting, block);
        LinearAlgebra.get().gemm(-2, Operand.of(narrow, clusters, WIDTH), right, 1, to);
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
        double atMost = Math.min(mappedAtMost, lane.upper(row) * lane.upper(row) * AssignmentBounds.SLACK);
        takeOut(label, i);
        int count = findCandidates(i, atMost + error - square);
        if (count == 0) {
            lane.settle(row, label, root(atMost, Double.POSITIVE_INFINITY), root(square + leastLeft - error, 0));
        } else {
            compare(i, label, count, square - error);
        }
    }

    /** Excludes the own centroid from the scores. */
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
    private int findCandidates(int i, double limit) {
        int count = 0;
        float left = Float.POSITIVE_INFINITY;
        for (int group = 0; group < groups; group++) {
            float leastOfGroup = leasts[group * block + i];
            if (leastOfGroup > limit) {
                left = Math.min(left, leastOfGroup);
                continue;
            }
            for (int j = group * GROUP; j < end(group); j++) {
                float score = scores[j * block + i];
                if (score > limit) {
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
            lane.compareWithAll(row);
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
        lane.settle(row, found, comparison.upperBound(), others);
    }

    /** Keeps the candidates with a score of at most this, and counts the others to those that are left. */
    private int keepThoseWithin(int i, double limit, int count) {
        int within = 0;
        double left = leastLeft;
        for (int c = 0; c < count; c++) {
            float score = scores[candidates[c] * block + i];
            if (score > limit) {
                left = Math.min(left, score);
            } else {
                candidates[within++] = candidates[c];
            }
        }
        leastLeft = left;
        return within;
    }
}
