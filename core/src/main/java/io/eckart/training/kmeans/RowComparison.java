package io.eckart.training.kmeans;

import io.eckart.numerics.neighbour.NearestCentroids;

/**
 * Finds which of a few centroids is nearest to a complete row, one inner product at a time: in float32, and by the
 * plain formula among those that the rounding of float32 does not separate. So the answer is that of the plain formula, the smaller
 * index on ties.
 */
final class RowComparison {
    private final ClusterData data;
    private final NearestCentroids nearest;
    private final int[] centroids;
    private final double[] rough;
    private int row;
    private double square;
    private double error;
    private double best;
    private int count;
    private long distances;

    /** @param capacity the largest number of centroids that a row is compared with */
    RowComparison(ClusterData data, NearestCentroids nearest, int capacity) {
        this.data = data;
        this.nearest = nearest;
        this.centroids = new int[capacity];
        this.rough = new double[capacity];
    }

    /** Starts the comparison of a row. */
    void start(int newRow) {
        row = newRow;
        square = data.squares()[row];
        error = nearest.error(square);
        best = Double.POSITIVE_INFINITY;
        count = 0;
    }

    void compareWith(int centroid) {
        double distance = nearest.roughSquaredDistance(data.rows().values(), data.start(row), square, centroid);
        centroids[count] = centroid;
        rough[count++] = distance;
        best = Math.min(best, distance);
        distances++;
    }

    /** At least the distance to the nearest of the centroids compared with; NaN where float32 overflowed. */
    double upperBound() {
        return Math.sqrt(Math.max(0, best + error));
    }

    int count() {
        return count;
    }

    /** The c-th of the centroids compared with. */
    int centroid(int c) {
        return centroids[c];
    }

    /** At most the distance to the c-th of them. */
    float lowerBound(int c) {
        return (float) Math.sqrt(Math.max(0, rough[c] - error));
    }

    /** The number of inner products computed so far. */
    long distances() {
        return distances;
    }

    /** The nearest of them. */
    int nearest() {
        double limit = best + 2 * error;
        int only = -1;
        for (int c = 0; c < count; c++) {
            if (rough[c] <= limit) {
                if (only >= 0) {
                    return byThePlainFormula(limit);
                }
                only = centroids[c];
            }
        }
        return only;
    }

    private int byThePlainFormula(double limit) {
        int found = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int c = 0; c < count; c++) {
            if (rough[c] <= limit) {
                int j = centroids[c];
                double distance = nearest.squaredDistance(data.rows().values(), data.start(row), j);
                if (found < 0 || distance < least || (distance == least && j < found)) {
                    least = distance;
                    found = j;
                }
            }
        }
        return found;
    }
}
