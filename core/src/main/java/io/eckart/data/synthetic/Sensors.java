package io.eckart.data.synthetic;

import io.eckart.data.Table;
import io.eckart.numerics.DoubleMatrix;
import java.util.List;

/**
 * Readings of correlated sensors, and the truth about them.
 *
 * @param table the data with noise, faults and missing cells: n rows of d columns of numbers
 * @param clean n x d: the true values, of rank r exactly, without noise, faults and missing cells
 * @param components r x d, orthonormal rows: the common patterns, strongest first
 * @param faults the fault of each of the n rows
 */
public record Sensors(Table table, DoubleMatrix clean, DoubleMatrix components, List<Fault> faults) {

    /** @throws IllegalArgumentException if the sizes are inconsistent */
    public Sensors {
        faults = List.copyOf(faults);
        if (table.rows() != clean.rows()
                || table.width() != clean.columns()
                || table.width() != components.columns()
                || table.rows() != faults.size()) {
            throw new IllegalArgumentException("table of " + table.rows() + " x " + table.width() + ", truth of "
                    + clean.rows() + " x " + clean.columns() + ", components of " + components.rows() + " x "
                    + components.columns() + " and " + faults.size() + " faults are inconsistent");
        }
    }

    /** Whether each of the n rows is broken. */
    public boolean[] broken() {
        boolean[] broken = new boolean[faults.size()];
        for (int i = 0; i < broken.length; i++) {
            broken[i] = faults.get(i).isBroken();
        }
        return broken;
    }

    /** Whether each cell of the table is missing, n x d, row-major. */
    public boolean[] holes() {
        boolean[] holes = new boolean[table.rows() * table.width()];
        for (int i = 0; i < holes.length; i++) {
            holes[i] = table.isMissing(i / table.width(), i % table.width());
        }
        return holes;
    }
}
