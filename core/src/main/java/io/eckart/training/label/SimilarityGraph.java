package io.eckart.training.label;

import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.Neighbours;
import io.eckart.numerics.SparseMatrix;
import io.eckart.numerics.Workers;
import io.eckart.numerics.neighbour.NearestRows;
import java.util.Arrays;
import java.util.function.BooleanSupplier;

/**
 * The graph whose nodes are rows and whose edges join each row to its m nearest. A directed edge weighs
 * {@code exp(-|x_i - x_j|^2 / s_i^2)} with s_i the distance of row i to its m-th neighbour, so that sparse regions are as well joined
 * as dense ones (Zelnik-Manor and Perona 2004). An edge weighs the mean of its two directions; an absent direction counts as 0.
 *
 * @param weights W, n x n, symmetric, the diagonal empty
 */
public record SimilarityGraph(SparseMatrix weights) {

    /**
     * The graph of some rows.
     *
     * @param rows n x d, all finite, n at least 2
     * @param neighbours m, at least 1; at most n - 1 are used
     */
    public static SimilarityGraph of(FloatMatrix rows, int neighbours, Workers workers) {
        return of(rows, neighbours, workers, () -> false);
    }

    /**
     * The same, unless it is stopped.
     *
     * @param stop asked repeatedly by all threads
     * @throws java.util.concurrent.CancellationException once {@code stop} says so
     */
    public static SimilarityGraph of(FloatMatrix rows, int neighbours, Workers workers, BooleanSupplier stop) {
        int m = Math.min(neighbours, rows.rows() - 1);
        return of(new NearestRows(rows).among(m, workers, stop));
    }

    static SimilarityGraph of(Neighbours neighbours) {
        int n = neighbours.rows();
        int m = neighbours.count();
        double[] directed = new double[n * m];
        for (int i = 0; i < n; i++) {
            double scale = neighbours.squaredDistance(i, m - 1);
            for (int rank = 0; rank < m; rank++) {
                // Rows that equal all their neighbours are fully joined to them.
                directed[i * m + rank] = scale == 0 ? 1 : Math.exp(-neighbours.squaredDistance(i, rank) / scale);
            }
        }
        return new SimilarityGraph(symmetric(neighbours, directed));
    }

    private static SparseMatrix symmetric(Neighbours neighbours, double[] directed) {
        int n = neighbours.rows();
        int m = neighbours.count();
        int[] ends = new int[n];
        for (int i = 0; i < n; i++) {
            ends[i] += m;
            for (int rank = 0; rank < m; rank++) {
                ends[neighbours.index(i, rank)]++;
            }
        }
        int[] starts = new int[n + 1];
        for (int i = 0; i < n; i++) {
            starts[i + 1] = starts[i] + ends[i];
            ends[i] = starts[i];
        }
        // Column and place among the directed weights in one number, so that sorting a row brings its doubles together.
        long[] entries = new long[starts[n]];
        for (int i = 0; i < n; i++) {
            for (int rank = 0; rank < m; rank++) {
                int j = neighbours.index(i, rank);
                int place = i * m + rank;
                entries[ends[i]++] = ((long) j << Integer.SIZE) | place;
                entries[ends[j]++] = ((long) i << Integer.SIZE) | place;
            }
        }
        return merged(n, starts, entries, directed);
    }

    private static SparseMatrix merged(int n, int[] starts, long[] entries, double[] directed) {
        int[] mergedStarts = new int[n + 1];
        int[] columns = new int[entries.length];
        double[] values = new double[entries.length];
        int to = 0;
        for (int i = 0; i < n; i++) {
            Arrays.sort(entries, starts[i], starts[i + 1]);
            for (int at = starts[i]; at < starts[i + 1]; at++) {
                int column = (int) (entries[at] >>> Integer.SIZE);
                double weight = directed[(int) entries[at]];
                if (to > mergedStarts[i] && columns[to - 1] == column) {
                    values[to - 1] += weight / 2;
                } else {
                    columns[to] = column;
                    values[to++] = weight / 2;
                }
            }
            mergedStarts[i + 1] = to;
        }
        return new SparseMatrix(n, n, mergedStarts, Arrays.copyOf(columns, to), Arrays.copyOf(values, to));
    }

    /** {@code S = D^-1/2 W D^-1/2} with D the diagonal of the row sums of W. */
    SparseMatrix normalized() {
        double[] scale = weights.rowSums();
        for (int i = 0; i < scale.length; i++) {
            scale[i] = scale[i] > 0 ? 1 / Math.sqrt(scale[i]) : 0;
        }
        return weights.scaled(scale, scale);
    }
}
