package io.eckart.training;

import io.eckart.numerics.DoubleMatrix;
import io.eckart.numerics.FloatMatrix;
import java.util.Arrays;

/** Lloyd's algorithm as it stands in the textbook, in float64, over observed cells: the specification of {@link io.eckart.training.kmeans.Lloyd Lloyd}. */
public final class PlainLloyd {
    final FloatMatrix rows;
    public final int[] labels;
    DoubleMatrix centroids;

    public PlainLloyd(FloatMatrix rows, DoubleMatrix start) {
        this.rows = rows;
        this.labels = new int[rows.rows()];
        this.centroids = start;
    }

    /** One assignment and one update. */
    public void iterate() {
        for (int i = 0; i < labels.length; i++) {
            labels[i] = nearest(i);
        }
        update();
    }

    private int nearest(int row) {
        int best = 0;
        for (int j = 1; j < centroids.rows(); j++) {
            best = squaredDistance(row, j) < squaredDistance(row, best) ? j : best;
        }
        return best;
    }

    double squaredDistance(int row, int centroid) {
        double sum = 0;
        for (int f = 0; f < rows.columns(); f++) {
            double difference = rows.get(row, f) - centroids.get(centroid, f);
            sum += Double.isNaN(difference) ? 0 : difference * difference;
        }
        return sum;
    }

    private void update() {
        int d = rows.columns();
        double[] sums = new double[centroids.values().length];
        double[] counts = new double[sums.length];
        for (int i = 0; i < labels.length; i++) {
            for (int f = 0; f < d; f++) {
                float cell = rows.get(i, f);
                sums[labels[i] * d + f] += Float.isNaN(cell) ? 0 : cell;
                counts[labels[i] * d + f] += Float.isNaN(cell) ? 0 : 1;
            }
        }
        double[] old = centroids.values();
        double[] means = new double[sums.length];
        Arrays.setAll(means, i -> counts[i] == 0 ? old[i] : sums[i] / counts[i]);
        centroids = new DoubleMatrix(centroids.rows(), d, means);
    }

    public double inertia() {
        double sum = 0;
        for (int i = 0; i < labels.length; i++) {
            sum += squaredDistance(i, labels[i]);
        }
        return sum;
    }
}
