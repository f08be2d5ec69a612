package io.eckart.model.fitted;

import io.eckart.data.Column;
import io.eckart.data.ColumnType;
import io.eckart.data.Encoding;
import io.eckart.data.Table;
import io.eckart.model.Filler;
import io.eckart.model.UncertainFiller;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.Workers;
import java.util.Arrays;
import java.util.List;

/**
 * A table whose missing cells have been filled. It belongs to the caller; the library keeps none of its arrays.
 *
 * @param table the rows without missing cells; filled numbers lie in the range of the fitted rows and are rounded to about a
 *     millionth of it; observed cells and labels are unchanged
 * @param filled n x columns, row-major, whether a cell was missing
 * @param probabilities n x columns, row-major: for filled cells of booleans and categories the probability of the level, which
 *     is its share of the estimates of all levels with negative ones counted as 0; NaN elsewhere
 */
@SuppressWarnings("ArrayRecordComponent") // a result of the caller, read by index and never compared
public record Filling(Table table, boolean[] filled, double[] probabilities) {

    private static final int DIGITS = 6;
    private static final int MOST_PLACES = 22;
    private static final double EXACT = 0x1p53;

    /**
     * Fills a table.
     *
     * @throws io.eckart.data.DataException if the table does not have the columns of the encoding
     * @throws UnsupportedOperationException if this kind of model does not fill
     */
    public static Filling of(FittedModel<?> fitted, Table table, Workers workers) {
        if (!(fitted.model() instanceof Filler filler)) {
            throw new UnsupportedOperationException("a " + fitted.model().kind() + " model does not fill");
        }
        FloatMatrix rows = fitted.encoding().encode(table);
        return of(fitted.encoding(), filler.fill(rows, workers), table);
    }

    /**
     * Copies estimates of missing cells into a table.
     *
     * @param encoding of the table's columns, d features
     * @param estimates n x d, the filled features of the table's rows, all finite
     * @throws IllegalArgumentException if the estimates do not have as many features as the encoding
     */
    public static Filling of(Encoding encoding, FloatMatrix estimates, Table table) {
        Table decoded = encoding.decode(estimates, table.name());
        int width = table.width();
        double[] cells = new double[table.rows() * width];
        boolean[] filled = new boolean[cells.length];
        double[] probabilities = new double[cells.length];
        Arrays.fill(probabilities, Double.NaN);
        List<Column> columns = encoding.schema().features();
        int[] starts = starts(columns);
        for (int at = 0; at < cells.length; at++) {
            int i = at / width;
            int j = at % width;
            filled[at] = table.isMissing(i, j);
            cells[at] = filled[at] ? within(encoding, j, decoded.cell(i, j)) : table.cell(i, j);
            if (filled[at]) {
                probabilities[at] =
                        probability(columns.get(j), estimates.values(), i * estimates.columns() + starts[j], cells[at]);
            }
        }
        return new Filling(table.withCells(cells), filled, probabilities);
    }

    /**
     * The standard deviations of missing cells under a model, in the user's units.
     *
     * @return n x columns; NaN for observed cells and for booleans and categories, which have a probability instead
     * @throws UnsupportedOperationException if this kind of model has none
     */
    public static FloatMatrix deviations(FittedModel<?> fitted, Table table, Workers workers) {
        if (!(fitted.model() instanceof UncertainFiller filler)) {
            throw new UnsupportedOperationException("a " + fitted.model().kind()
                    + " model has no standard deviations; gaussian, pca and mean have them");
        }
        FloatMatrix features = filler.deviations(fitted.encoding().encode(table), workers);
        List<Column> columns = fitted.encoding().schema().features();
        double[] scale = fitted.encoding().scale();
        int[] starts = starts(columns);
        FloatMatrix deviations = FloatMatrix.zeros(table.rows(), columns.size());
        for (int at = 0; at < deviations.values().length; at++) {
            int j = at % columns.size();
            boolean number = columns.get(j).type() == ColumnType.NUMBER;
            float feature = features.get(at / columns.size(), starts[j]);
            deviations.values()[at] = number ? (float) (scale[j] * feature) : Float.NaN;
        }
        return deviations;
    }

    /** The index of the first feature of each column. */
    private static int[] starts(List<Column> columns) {
        int[] starts = new int[columns.size()];
        for (int j = 1; j < starts.length; j++) {
            Column before = columns.get(j - 1);
            int features =
                    before.type() == ColumnType.CATEGORY ? before.levels().size() : 1;
            starts[j] = starts[j - 1] + features;
        }
        return starts;
    }

    private static double within(Encoding encoding, int column, double value) {
        boolean number = encoding.schema().features().get(column).type() == ColumnType.NUMBER;
        if (encoding.ranges().isEmpty() || Double.isNaN(value) || !number) {
            return value;
        }
        double least = encoding.ranges().get().least(column);
        double most = encoding.ranges().get().most(column);
        return Math.clamp(rounded(value, most - least), least, most);
    }

    /** To about a millionth of the column's range: smaller differences are rounding of float32. */
    private static double rounded(double value, double range) {
        double places = Math.ceil(DIGITS - Math.log10(range));
        if (!(places >= 0 && places <= MOST_PLACES)) {
            return value;
        }
        double power = Math.pow(10, places);
        double digits = Math.rint(value * power);
        return Math.abs(digits) <= EXACT ? digits / power : value;
    }

    private static double probability(Column column, float[] estimates, int at, double level) {
        return switch (column.type()) {
            case BOOLEAN -> {
                double second = Math.clamp(estimates[at], 0, 1);
                yield level == 0 ? 1 - second : second;
            }
            case CATEGORY -> {
                double sum = 0;
                for (int l = 0; l < column.levels().size(); l++) {
                    sum += Math.max(0, estimates[at + l]);
                }
                yield sum > 0
                        ? Math.max(0, estimates[at + (int) level]) / sum
                        : 1.0 / column.levels().size();
            }
            case NUMBER, LABEL, IGNORED -> Double.NaN;
        };
    }
}
