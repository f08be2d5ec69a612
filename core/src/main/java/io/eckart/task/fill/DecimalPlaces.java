package io.eckart.task.fill;

import io.eckart.data.ColumnType;
import io.eckart.data.Table;
import io.eckart.data.TableCursor;
import io.eckart.data.TableSource;

/**
 * The largest number of decimal places among the observed numbers of each column. Filled numbers are rounded to as many, so that columns
 * of whole numbers stay whole.
 */
public final class DecimalPlaces {
    /** Numbers with more are not rounded. */
    private static final int MAX_PLACES = 9;

    private final int[] places;
    private final boolean[] number;

    private DecimalPlaces(int columns) {
        places = new int[columns];
        number = new boolean[columns];
    }

    /** Finds the decimal places in one pass over all rows. */
    public static DecimalPlaces of(TableSource source) {
        DecimalPlaces found = new DecimalPlaces(source.schema().features().size());
        for (int j = 0; j < found.number.length; j++) {
            found.number[j] = source.schema().features().get(j).type() == ColumnType.NUMBER;
        }
        try (TableCursor cursor = source.open()) {
            for (Table rows = cursor.next(); rows != null; rows = cursor.next()) {
                found.add(rows);
            }
        }
        return found;
    }

    private void add(Table rows) {
        for (int i = 0; i < rows.rows(); i++) {
            for (int j = 0; j < places.length; j++) {
                double value = rows.cell(i, j);
                while (number[j]
                        && places[j] <= MAX_PLACES
                        && !Double.isNaN(value)
                        && rounded(value, places[j]) != value) {
                    places[j]++;
                }
            }
        }
    }

    private static double rounded(double value, int places) {
        double power = Math.pow(10, places);
        return Math.rint(value * power) / power;
    }

    /** The number with as many decimal places as its column has. */
    public double round(double value, int column) {
        return number[column] && places[column] <= MAX_PLACES ? rounded(value, places[column]) : value;
    }
}
