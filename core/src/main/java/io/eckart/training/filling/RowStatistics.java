package io.eckart.training.filling;

import io.eckart.data.DataException;
import io.eckart.data.FeatureSource;
import io.eckart.model.Constant;
import io.eckart.model.NearestNeighbours;
import io.eckart.numerics.FloatMatrix;
import io.eckart.training.ColumnMeans;
import io.eckart.training.NeighboursConfig;
import io.eckart.training.RowsInMemory;
import java.util.Arrays;

/** Fits the models that need no search: constants, and neighbours, which are the rows themselves. */
public final class RowStatistics {
    private final FloatMatrix rows;
    private final double[] means;
    private final double[] deviations;

    /** @throws DataException if there are no rows, or they do not fit into memory */
    public RowStatistics(FeatureSource source) {
        this.rows = RowsInMemory.of(source);
        if (rows.rows() == 0) {
            throw new DataException("there are no rows to fit on");
        }
        int[] all = new int[rows.rows()];
        Arrays.setAll(all, i -> i);
        this.means = ColumnMeans.of(rows, all).means();
        this.deviations = deviations();
    }

    private double[] deviations() {
        int d = rows.columns();
        double[] squares = new double[d];
        long[] counts = new long[d];
        for (int at = 0; at < rows.values().length; at++) {
            double difference = rows.values()[at] - means[at % d];
            if (!Double.isNaN(difference)) {
                squares[at % d] += difference * difference;
                counts[at % d]++;
            }
        }
        Arrays.setAll(squares, j -> counts[j] == 0 ? 0 : Math.sqrt(squares[j] / counts[j]));
        return squares;
    }

    public Constant constant() {
        return new Constant(means, deviations, rows.rows());
    }

    public NearestNeighbours neighbours(NeighboursConfig config) {
        return new NearestNeighbours(rows, config.neighbours(), config.weights(), means);
    }
}
