package io.eckart.task.explore;

import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.Workers;
import java.util.Arrays;

/**
 * How well rows lie in their clusters (Rousseeuw 1987): with a the mean distance of a row to the others of its cluster and b the
 * least mean distance to another cluster, {@code (b - a) / max(a, b)}; 0 for a row alone in its cluster. Distances run over the
 * cells observed in both rows, scaled up to all d.
 */
public final class Silhouette {
    private final int n;
    private final float[] distances;

    /** Takes the distances of all pairs of rows, n x n of them. */
    public Silhouette(FloatMatrix rows, Workers workers) {
        this.n = rows.rows();
        this.distances = new float[Math.multiplyExact(n, n)];
        workers.forEach(n, i -> {
            for (int j = 0; j < n; j++) {
                distances[i * n + j] = distance(rows, i, j);
            }
        });
    }

    private static float distance(FloatMatrix rows, int a, int b) {
        int d = rows.columns();
        double sum = 0;
        int common = 0;
        for (int j = 0; j < d; j++) {
            double difference = (double) rows.values()[a * d + j] - rows.values()[b * d + j];
            if (!Double.isNaN(difference)) {
                sum += difference * difference;
                common++;
            }
        }
        return common == 0 ? 0 : (float) Math.sqrt(sum * d / common);
    }

    /**
     * The mean over the rows, in [-1, 1].
     *
     * @param clusters n entries from 0 to k - 1, at least two of them in use; rows with -1 are left out
     */
    public double mean(int[] clusters) {
        int k = Arrays.stream(clusters).max().orElse(0) + 1;
        double sum = 0;
        int counted = 0;
        for (int i = 0; i < n; i++) {
            if (clusters[i] >= 0) {
                sum += of(i, clusters, k);
                counted++;
            }
        }
        return counted == 0 ? 0 : sum / counted;
    }

    private double of(int row, int[] clusters, int k) {
        double[] sums = new double[k];
        int[] counts = new int[k];
        for (int j = 0; j < n; j++) {
            if (j != row && clusters[j] >= 0) {
                sums[clusters[j]] += distances[row * n + j];
                counts[clusters[j]]++;
            }
        }
        int own = clusters[row];
        double other = Double.POSITIVE_INFINITY;
        for (int c = 0; c < k; c++) {
            other = c == own || counts[c] == 0 ? other : Math.min(other, sums[c] / counts[c]);
        }
        if (counts[own] == 0 || other == Double.POSITIVE_INFINITY) {
            return 0;
        }
        double within = sums[own] / counts[own];
        double larger = Math.max(within, other);
        return larger == 0 ? 0 : (other - within) / larger;
    }
}
