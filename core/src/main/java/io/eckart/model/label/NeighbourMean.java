package io.eckart.model.label;

import io.eckart.model.PaddedBlocks;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.Neighbours;
import io.eckart.numerics.Workers;
import io.eckart.numerics.neighbour.NearestRows;

/** k-nearest-neighbour regression: the estimate is the mean value of the k nearest labelled rows. */
public final class NeighbourMean implements RegressionRule {
    private final FloatMatrix rows;
    private final double[] values;
    private final int neighbours;
    private final NearestRows nearest;

    /**
     * @param rows m labelled rows, m x features
     * @param values m entries
     * @param neighbours k, at least 1; at most m are taken
     * @throws IllegalArgumentException if the sizes do not agree or {@code neighbours} is out of range
     */
    public NeighbourMean(FloatMatrix rows, double[] values, int neighbours) {
        if (values.length != rows.rows() || neighbours < 1) {
            throw new IllegalArgumentException(
                    values.length + " values of " + rows.rows() + " rows and " + neighbours + " neighbours");
        }
        this.rows = rows.copyRows(0, rows.rows());
        this.values = values.clone();
        this.neighbours = neighbours;
        this.nearest = new NearestRows(this.rows);
    }

    /** A copy of the labelled rows. */
    public FloatMatrix rows() {
        return rows.copyRows(0, rows.rows());
    }

    /** A copy of the values of the labelled rows. */
    public double[] values() {
        return values.clone();
    }

    public int neighbours() {
        return neighbours;
    }

    @Override
    public int features() {
        return rows.columns();
    }

    @Override
    public double[] estimates(FloatMatrix features, Workers workers) {
        PaddedBlocks.checkWidth(features, features());
        int k = Math.min(neighbours, rows.rows());
        Neighbours found = nearest.find(features, k, workers);
        double[] result = new double[features.rows()];
        for (int i = 0; i < result.length; i++) {
            double sum = 0;
            for (int rank = 0; rank < k; rank++) {
                sum += values[found.index(i, rank)];
            }
            result[i] = sum / k;
        }
        return result;
    }
}
