package io.eckart.training.filling;

import io.eckart.data.DataException;
import io.eckart.data.FeatureSource;
import io.eckart.model.Constant;
import io.eckart.model.NearestNeighbours;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.statistics.ObservedColumns;
import io.eckart.training.NeighboursConfig;
import io.eckart.training.RowsInMemory;

/** Fits models without iterations: constants, and nearest neighbours, which keep the rows. */
public final class RowStatistics {
    private final FloatMatrix rows;
    private final double[] means;

    /** @throws DataException if there are no rows, or they do not fit into memory */
    public RowStatistics(FeatureSource source) {
        this.rows = RowsInMemory.of(source);
        if (rows.rows() == 0) {
            throw new DataException("there are no rows to fit on");
        }
        this.means = ObservedColumns.means(rows);
    }

    public Constant constant() {
        return new Constant(means, ObservedColumns.deviations(rows, means), rows.rows());
    }

    public NearestNeighbours neighbours(NeighboursConfig config) {
        return new NearestNeighbours(rows, config.neighbours(), config.weights(), means);
    }
}
