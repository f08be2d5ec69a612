package io.eckart.training;

import io.eckart.numerics.DoubleMatrix;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Sums and counts of the rows of each cluster in float64, kept up to date as rows move. Each lane of rows has its own, so
 * that lanes can be worked on at once; reading adds them in the order of the lanes.
 */
final class ClusterSums {
    static final int UNASSIGNED = -1;
    private static final int MOST_LANES = 16;
    private static final int FEWEST_LANES = 4;
    /** All lanes together hold about this many sums, so that memory stays bounded. */
    private static final int SUMS = 1 << 23;

    private final ClusterData data;
    private final int clusters;
    private final int lanes;
    private final double[][] sums;
    /** Rows of each cluster, or observed cells of each cluster and feature where cells are missing. */
    private final int[][] counts;

    private final long[][] sizes;
    private final double totalSquares;

    ClusterSums(ClusterData data, int clusters) {
        this.data = data;
        this.clusters = clusters;
        long each = Math.max(1, (long) clusters * data.features());
        this.lanes = Math.clamp(SUMS / each, FEWEST_LANES, MOST_LANES);
        this.sums = new double[lanes][clusters * data.features()];
        this.counts = new int[lanes][data.partial() ? clusters * data.features() : 0];
        this.sizes = new long[lanes][clusters];
        this.totalSquares = Arrays.stream(data.squares()).sum();
    }

    int lanes() {
        return lanes;
    }

    int laneStart(int lane) {
        return (int) ((long) data.rows().rows() * lane / lanes);
    }

    int laneOf(int row) {
        return IntStream.range(0, lanes)
                .filter(lane -> row < laneStart(lane + 1))
                .findFirst()
                .orElseThrow();
    }

    double totalSquares() {
        return totalSquares;
    }

    /** Takes a row out of one cluster and puts it into another; {@link #UNASSIGNED} stands for none. */
    void move(int lane, int row, int from, int to) {
        if (from >= 0) {
            sizes[lane][from]--;
        }
        if (to >= 0) {
            sizes[lane][to]++;
        }
        if (data.partial()) {
            moveObserved(lane, row, from, to);
        } else {
            moveComplete(sums[lane], data.rows().values(), data.start(row), from, to);
        }
    }

    /** Loops that the JIT vectorises. */
    private void moveComplete(double[] sum, float[] values, int start, int from, int to) {
        int d = data.features();
        if (from >= 0) {
            int base = from * d;
            for (int f = 0; f < d; f++) {
                sum[base + f] -= values[start + f];
            }
        }
        if (to >= 0) {
            int base = to * d;
            for (int f = 0; f < d; f++) {
                sum[base + f] += values[start + f];
            }
        }
    }

    private void moveObserved(int lane, int row, int from, int to) {
        if (from >= 0) {
            addObserved(lane, row, from, -1);
        }
        if (to >= 0) {
            addObserved(lane, row, to, 1);
        }
    }

    private void addObserved(int lane, int row, int cluster, int sign) {
        int d = data.features();
        for (int f = 0; f < d; f++) {
            float cell = data.rows().values()[data.start(row) + f];
            if (!Float.isNaN(cell)) {
                sums[lane][cluster * d + f] += sign * (double) cell;
                counts[lane][cluster * d + f] += sign;
            }
        }
    }

    long[] sizes() {
        long[] total = new long[clusters];
        for (long[] lane : sizes) {
            Arrays.setAll(total, j -> total[j] + lane[j]);
        }
        return total;
    }

    int[] emptyClusters() {
        long[] total = sizes();
        return IntStream.range(0, clusters).filter(j -> total[j] == 0).toArray();
    }

    /** The mean of each cluster over observed cells, k x d; where a cluster has observed none, the entry stays. */
    DoubleMatrix means(DoubleMatrix before) {
        int d = data.features();
        double[] total = total();
        long[] count = count();
        double[] means = new double[total.length];
        Arrays.setAll(means, i -> {
            long n = count[data.partial() ? i : i / d];
            return n == 0 ? before.values()[i] : total[i] / n;
        });
        return new DoubleMatrix(clusters, d, means);
    }

    /** {@code sum x^2 - sum_j |s_j|^2 / n_j}: the sum of squared distances to the cluster means. */
    double inertia() {
        int d = data.features();
        double[] total = total();
        long[] count = count();
        double explained = 0;
        for (int i = 0; i < total.length; i++) {
            long n = count[data.partial() ? i : i / d];
            explained += n == 0 ? 0 : total[i] * total[i] / n;
        }
        return Math.max(0, totalSquares - explained);
    }

    private double[] total() {
        double[] total = new double[clusters * data.features()];
        for (double[] lane : sums) {
            for (int i = 0; i < total.length; i++) {
                total[i] += lane[i];
            }
        }
        return total;
    }

    private long[] count() {
        if (!data.partial()) {
            return sizes();
        }
        long[] total = new long[clusters * data.features()];
        for (int[] lane : counts) {
            for (int i = 0; i < total.length; i++) {
                total[i] += lane[i];
            }
        }
        return total;
    }
}
