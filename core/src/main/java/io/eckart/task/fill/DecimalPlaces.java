package io.eckart.task.fill;

import io.eckart.data.ColumnType;
import io.eckart.data.Table;
import io.eckart.data.TableCursor;
import io.eckart.data.TableSource;

/**
 * The most decimal places the observed numbers of each column have, so that filled ones can be rounded to look like them: whole
 * numbers stay whole.
 */
public final class DecimalPlaces {
    /** Numbers with more are not rounded. */
    private static final int MOST = 9;

    private final int[] places;
    private final boolean[] number;

    private DecimalPlaces(int columns) {
        places = new int[columns];
        number = new boolean[columns];
    }

    /** Looks at all rows, in one pass. */
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
                while (number[j] && places[j] <= MOST && !Double.isNaN(value) && rounded(value, places[j]) != value) {
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
        return number[column] && places[column] <= MOST ? rounded(value, places[column]) : value;
    }
}
