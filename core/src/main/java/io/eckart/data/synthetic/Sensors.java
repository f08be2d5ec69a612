package io.eckart.data.synthetic;

import io.eckart.data.Table;
import io.eckart.numerics.DoubleMatrix;
import java.util.List;

/**
 * Readings of correlated sensors, and the truth about them.
 *
 * @param table what a user would see: n rows of d number columns, faults and noise in them, NaN where a reading is missing
 * @param clean n x d: the true values, of rank r exactly, without fault, noise and holes
 * @param components r x d, orthonormal rows: the common patterns, strongest first
 * @param faults what is wrong with each of the n rows
 */
public record Sensors(Table table, DoubleMatrix clean, DoubleMatrix components, List<Fault> faults) {

    /** @throws IllegalArgumentException if the sizes do not agree */
    public Sensors {
        faults = List.copyOf(faults);
        if (table.rows() != clean.rows()
                || table.width() != clean.columns()
                || table.width() != components.columns()
                || table.rows() != faults.size()) {
            throw new IllegalArgumentException("table of " + table.rows() + " x " + table.width() + ", truth of "
                    + clean.rows() + " x " + clean.columns() + ", components of " + components.rows() + " x "
                    + components.columns() + " and " + faults.size() + " faults do not agree");
        }
    }

    /** Which rows are broken, n of them. */
    public boolean[] broken() {
        boolean[] broken = new boolean[faults.size()];
        for (int i = 0; i < broken.length; i++) {
            broken[i] = faults.get(i).isBroken();
        }
        return broken;
    }

    /** Which cells are missing in the table, row-major, n x d of them. */
    public boolean[] holes() {
        boolean[] holes = new boolean[table.rows() * table.width()];
        for (int i = 0; i < holes.length; i++) {
            holes[i] = table.isMissing(i / table.width(), i % table.width());
        }
        return holes;
    }
}
