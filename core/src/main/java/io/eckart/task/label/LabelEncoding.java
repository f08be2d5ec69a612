package io.eckart.task.label;

import io.eckart.data.Column;
import io.eckart.data.ColumnType;
import io.eckart.data.DataException;
import io.eckart.data.Encoding;
import io.eckart.data.Scaling;
import io.eckart.data.Table;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The encoding of a table to be labelled. The default scaling is none if every number is in [-1, 1], as for images, sounds and texts,
 * whose features share a unit; else standard, where constant columns are only centred. All methods remove the mean.
 */
final class LabelEncoding {
    private LabelEncoding() {}

    /** @throws DataException as {@link Encoding#fit}; a column without an observed cell is one */
    static Encoding of(Table table, Optional<Scaling> scaling) {
        if (scaling.isPresent()) {
            return Encoding.fit(table, scaling.get(), true);
        }
        // Throws for tables that cannot be encoded.
        Encoding plain = Encoding.fit(table, Scaling.NONE, true);
        return haveOneUnit(table) ? plain : standard(table);
    }

    private static boolean haveOneUnit(Table table) {
        boolean[] numbers = numbers(table);
        for (int i = 0; i < table.rows(); i++) {
            for (int j = 0; j < numbers.length; j++) {
                if (numbers[j] && Math.abs(table.cell(i, j)) > 1) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean[] numbers(Table table) {
        List<Column> columns = table.schema().features();
        boolean[] numbers = new boolean[columns.size()];
        for (int j = 0; j < numbers.length; j++) {
            numbers[j] = columns.get(j).type() == ColumnType.NUMBER;
        }
        return numbers;
    }

    private static Encoding standard(Table table) {
        double[] shift = new double[table.width()];
        double[] scale = new double[table.width()];
        Arrays.fill(scale, 1);
        boolean[] numbers = numbers(table);
        for (int j = 0; j < shift.length; j++) {
            if (numbers[j]) {
                standardize(table, j, shift, scale);
            }
        }
        return new Encoding(table.schema(), Scaling.STANDARD, shift, scale);
    }

    /** Mean and standard deviation in one pass (Welford 1962). */
    private static void standardize(Table table, int column, double[] shift, double[] scale) {
        double mean = 0;
        double squares = 0;
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        long count = 0;
        for (int i = 0; i < table.rows(); i++) {
            double cell = table.cell(i, column);
            if (!Double.isNaN(cell)) {
                count++;
                double difference = cell - mean;
                mean += difference / count;
                squares += difference * (cell - mean);
                least = Math.min(least, cell);
                most = Math.max(most, cell);
            }
        }
        shift[column] = mean;
        scale[column] = least < most ? Math.sqrt(squares / count) : 1;
    }
}
