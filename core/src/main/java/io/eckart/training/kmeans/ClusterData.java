package io.eckart.training.kmeans;

import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.Workers;
import io.eckart.numerics.neighbour.SquaredNorms;
import java.util.Arrays;
import java.util.Optional;

/**
 * The rows to cluster, with statistics that every start needs.
 *
 * @param rows n x d, NaN where a cell is missing
 * @param squares n squared norms over observed cells
 * @param means d feature means over observed cells
 * @param partial whether any cell is missing
 * @param contraction of the rows, where it saves time
 */
@SuppressWarnings("ArrayRecordComponent") // shared without copies within a fit; not exported
public record ClusterData(
        FloatMatrix rows, double[] squares, double[] means, boolean partial, Optional<Contraction> contraction) {
    private static final int BLOCK = 1024;

    public static ClusterData of(FloatMatrix rows, Workers workers) {
        int d = rows.columns();
        double[] squares = new double[rows.rows()];
        int blocks = Math.ceilDiv(rows.rows(), BLOCK);
        double[][] sums = new double[blocks][];
        long[][] counts = new long[blocks][];
        workers.forEach(blocks, block -> {
            sums[block] = new double[d];
            counts[block] = new long[d];
            for (int i = block * BLOCK; i < Math.min(rows.rows(), (block + 1) * BLOCK); i++) {
                squares[i] = SquaredNorms.of(rows.values(), i * d, d);
            }
            addRows(rows, block * BLOCK, sums[block], counts[block]);
        });
        long[] count = new long[d];
        Arrays.stream(counts).forEach(c -> Arrays.setAll(count, j -> count[j] + c[j]));
        double[] means = new double[d];
        Arrays.stream(sums).forEach(s -> Arrays.setAll(means, j -> means[j] + s[j]));
        Arrays.setAll(means, j -> count[j] == 0 ? 0 : means[j] / count[j]);
        boolean partial = Arrays.stream(count).anyMatch(c -> c < rows.rows());
        return new ClusterData(rows, squares, means, partial, Optional.empty());
    }

    /** The same with the contraction that speeds up the assignment to this number of clusters. */
    ClusterData preparedFor(int clusters, Workers workers) {
        return partial || clusters < AssignmentBounds.FEW_CLUSTERS
                ? this
                : new ClusterData(rows, squares, means, false, Contraction.of(rows, squares, workers));
    }

    private static void addRows(FloatMatrix rows, int from, double[] sums, long[] counts) {
        int to = Math.min(rows.rows(), from + BLOCK);
        for (int i = from; i < to; i++) {
            for (int j = 0; j < sums.length; j++) {
                sums[j] += rows.values()[i * sums.length + j];
            }
        }
        Arrays.fill(counts, to - from);
        for (int j = 0; j < sums.length; j++) {
            if (Double.isNaN(sums[j])) {
                addObserved(rows, from, to, j, sums, counts);
            }
        }
    }

    private static void addObserved(FloatMatrix rows, int from, int to, int feature, double[] sums, long[] counts) {
        sums[feature] = 0;
        counts[feature] = 0;
        for (int i = from; i < to; i++) {
            float cell = rows.get(i, feature);
            if (!Float.isNaN(cell)) {
                sums[feature] += cell;
                counts[feature]++;
            }
        }
    }

    int features() {
        return rows.columns();
    }

    /** The index of the first cell of a row in {@code rows().values()}. */
    int start(int row) {
        return row * rows.columns();
    }
}
