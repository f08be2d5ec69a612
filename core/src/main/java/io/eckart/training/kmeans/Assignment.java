package io.eckart.training.kmeans;

import io.eckart.numerics.neighbour.NearestCentroids;
import java.util.Arrays;

/** Which cluster each row belongs to, and the cluster sums that go with it. */
final class Assignment {
    private final ClusterData data;
    private final ClusterSums sums;
    private final int[] labels;

    Assignment(ClusterData data, int clusters) {
        this.data = data;
        this.sums = new ClusterSums(data, clusters);
        this.labels = new int[data.rows().rows()];
        Arrays.fill(labels, ClusterSums.UNASSIGNED);
    }

    ClusterData data() {
        return data;
    }

    ClusterSums sums() {
        return sums;
    }

    int[] labels() {
        return labels;
    }

    int label(int row) {
        return labels[row];
    }

    /** Puts a row into a cluster; true if it was in another one. */
    boolean put(int lane, int row, int label) {
        if (labels[row] == label) {
            return false;
        }
        sums.move(lane, row, labels[row], label);
        labels[row] = label;
        return true;
    }

    /** Squared distances of the rows of a lane to their own centroids, 0 for a row without a cluster. */
    void distancesToOwn(int lane, NearestCentroids centroids, double[] distances) {
        for (int row = sums.laneStart(lane); row < sums.laneStart(lane + 1); row++) {
            distances[row] =
                    labels[row] < 0 ? 0 : centroids.squaredDistance(data.rows().values(), data.start(row), labels[row]);
        }
    }
}
