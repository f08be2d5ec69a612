package io.eckart.training.kmeans;

import io.eckart.numerics.DoubleMatrix;
import io.eckart.numerics.Workers;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Sums and counts of the rows of each cluster in float64, kept up to date as rows move. Each lane of rows has its own sums,
 * so that lanes can run at the same time; reading adds them in the order of the lanes.
 */
final class ClusterSums {
    static final int UNASSIGNED = -1;
    private static final int MOST_LANES = 16;
    private static final int FEWEST_LANES = 4;
    /** All lanes together hold about this many sums, so that memory stays bounded. */
    private static final int SUMS = 1 << 23;

    /** Sums added up at once by one thread. */
    private static final int STRIPE = 1 << 13;

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

    /** Takes a row out of one cluster and puts it into another; {@link #UNASSIGNED} means none. */
    void move(int lane, int row, int from, int to) {
        add(lane, row, from, -1);
        add(lane, row, to, 1);
    }

    private void add(int lane, int row, int cluster, int sign) {
        if (cluster == UNASSIGNED) {
            return;
        }
        sizes[lane][cluster] += sign;
        if (data.partial()) {
            addObserved(lane, row, cluster, sign);
        } else {
            addComplete(sums[lane], cluster * data.features(), row, sign);
        }
    }

    /** A loop that the JIT vectorises. */
    private void addComplete(double[] sum, int base, int row, double sign) {
        float[] values = data.rows().values();
        int start = data.start(row);
        int d = data.features();
        for (int f = 0; f < d; f++) {
            sum[base + f] += sign * values[start + f];
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

    /**
     * The sums over all lanes.
     *
     * @param sums k x d sums over observed cells
     * @param counts k counts of rows, or k x d counts of observed cells where cells are missing
     * @param before the centroids, which stay where a cluster has no observed cell
     */
    @SuppressWarnings("ArrayRecordComponent") // shared without copies within a fit; not exported
    record Totals(double[] sums, long[] counts, DoubleMatrix before) {

        private long count(int cluster, int entry) {
            return counts[counts.length == sums.length ? entry : cluster];
        }

        /** The mean of each cluster over observed cells, k x d. */
        DoubleMatrix means() {
            int d = before.columns();
            double[] means = new double[sums.length];
            for (int j = 0; j < before.rows(); j++) {
                for (int i = j * d; i < (j + 1) * d; i++) {
                    long n = count(j, i);
                    means[i] = n == 0 ? before.values()[i] : sums[i] / n;
                }
            }
            return new DoubleMatrix(before.rows(), d, means);
        }

        /** {@code sum_j |s_j|^2 / n_j}: by how much the sum of squares falls when rows are measured from their means. */
        double explained() {
            int d = before.columns();
            double explained = 0;
            for (int j = 0; j < before.rows(); j++) {
                for (int i = j * d; i < (j + 1) * d; i++) {
                    long n = count(j, i);
                    explained += n == 0 ? 0 : sums[i] * sums[i] / n;
                }
            }
            return explained;
        }
    }

    /** Adds the lanes in their order. */
    Totals totals(DoubleMatrix before, Workers workers) {
        double[] total = new double[sums[0].length];
        workers.forEach(Math.ceilDiv(total.length, STRIPE), stripe -> {
            int to = Math.min(total.length, (stripe + 1) * STRIPE);
            for (double[] lane : sums) {
                for (int i = stripe * STRIPE; i < to; i++) {
                    total[i] += lane[i];
                }
            }
        });
        return new Totals(total, count(), before);
    }

    /** {@code sum x^2 - sum_j |s_j|^2 / n_j}: the sum of squared distances to the cluster means. */
    double inertia(Totals totals) {
        return Math.max(0, totalSquares - totals.explained());
    }

    private long[] count() {
        if (!data.partial()) {
            return sizes();
        }
        long[] total = new long[counts[0].length];
        for (int[] lane : counts) {
            for (int i = 0; i < total.length; i++) {
                total[i] += lane[i];
            }
        }
        return total;
    }
}
