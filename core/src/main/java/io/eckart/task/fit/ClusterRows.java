package io.eckart.task.fit;

import io.eckart.data.Table;
import io.eckart.model.KMeans;
import io.eckart.numerics.DoubleMatrix;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.Workers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What is seen of the clusters in one pass over the rows: their sizes, the rows nearest to each centroid, and the spread of each feature. */
final class ClusterRows {
    static final int TYPICAL = 3;

    /**
     * A row near a centroid.
     *
     * @param number in the file, from 1
     * @param row a table of this row alone
     */
    record Near(long number, double squaredDistance, Table row) {}

    private final KMeans model;
    private final DoubleMatrix centroids;
    private final double[] means;
    private final double[] squares;
    private final long[] observed;
    private final long[] sizes;
    private final List<PriorityQueue<Near>> nearest;

    ClusterRows(KMeans model) {
        this.model = model;
        this.centroids = model.centroids();
        this.means = model.means();
        this.squares = new double[means.length];
        this.observed = new long[means.length];
        this.sizes = new long[model.codeSize()];
        Comparator<Near> farthestFirst =
                Comparator.comparingDouble(Near::squaredDistance).reversed();
        this.nearest = IntStream.range(0, sizes.length)
                .mapToObj(_ -> new PriorityQueue<>(farthestFirst))
                .toList();
    }

    /**
     * Counts the next rows.
     *
     * @param first the number of the first of them
     */
    void add(Table table, FloatMatrix rows, long first, Workers workers) {
        int[] clusters = model.predict(rows, workers);
        for (int i = 0; i < clusters.length; i++) {
            addSquares(rows, i);
            if (clusters[i] >= 0) {
                sizes[clusters[i]]++;
                offer(table, i, first, clusters[i], squaredDistance(rows, i, clusters[i]));
            }
        }
    }

    private void addSquares(FloatMatrix rows, int row) {
        for (int j = 0; j < means.length; j++) {
            double difference = rows.get(row, j) - means[j];
            if (!Double.isNaN(difference)) {
                squares[j] += difference * difference;
                observed[j]++;
            }
        }
    }

    /** Over the observed cells, extended to all: a row with few cells is not near for that. */
    private double squaredDistance(FloatMatrix rows, int row, int cluster) {
        double sum = 0;
        int cells = 0;
        for (int j = 0; j < means.length; j++) {
            double difference = rows.get(row, j) - centroids.get(cluster, j);
            if (!Double.isNaN(difference)) {
                sum += difference * difference;
                cells++;
            }
        }
        return sum * means.length / cells;
    }

    private void offer(Table table, int row, long first, int cluster, double distance) {
        PriorityQueue<Near> near = nearest.get(cluster);
        if (near.size() == TYPICAL && distance >= near.element().squaredDistance()) {
            return;
        }
        near.add(new Near(first + row, distance, table.select(new int[] {row})));
        if (near.size() > TYPICAL) {
            near.remove();
        }
    }

    long[] sizes() {
        return sizes.clone();
    }

    /** The typical rows of a cluster, nearest first. */
    List<Near> typical(int cluster) {
        List<Near> rows = new ArrayList<>(nearest.get(cluster));
        rows.sort(Comparator.comparingDouble(Near::squaredDistance).thenComparingLong(Near::number));
        return rows;
    }

    /** The typical row of each cluster at a place; null for a cluster with fewer rows. */
    @Nullable
    Near typical(int cluster, int place) {
        List<Near> rows = typical(cluster);
        return place < rows.size() ? rows.get(place) : null;
    }

    /** d entries: the standard deviation of each feature. */
    double[] deviations() {
        return IntStream.range(0, means.length)
                .mapToDouble(j -> observed[j] == 0 ? 0 : Math.sqrt(squares[j] / observed[j]))
                .toArray();
    }
}
