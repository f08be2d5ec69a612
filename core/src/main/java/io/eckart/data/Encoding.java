package io.eckart.data;

import io.eckart.numerics.FloatMatrix;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Converts the columns of a table to features and back; fitted once and stored with the model. Immutable and safe for use by
 * several threads.
 *
 * <p>A number is one feature, {@code (x - shift) / scale}; a boolean is one feature, 0 or 1; a category is one feature for
 * each level, named {@code column=level}, 1 for the level of the cell and 0 for the others. Only numbers are scaled. A missing
 * cell is NaN in each of its features. Scaling is computed in float64, then narrowed to float32.
 *
 * <p>Shift and scale: 0 and 1 for {@link Scaling#NONE}; mean and 1 for {@link Scaling#CENTER}; mean and standard deviation
 * over n for {@link Scaling#STANDARD}; minimum and range for {@link Scaling#MINMAX}; all over the observed cells.
 *
 * <p>A model that removes the mean is the same for rows and for rows minus an offset. With {@link Scaling#NONE} its columns of numbers
 * far from zero have such an offset near their mean as their shift: {@code x - mean} of float64 numbers keeps the digits that float32
 * would lose.
 */
public final class Encoding {
    private final Schema schema;
    private final Scaling scaling;
    private final List<Column> columns;
    private final double[] shift;
    private final double[] scale;
    private final List<String> featureNames;
    private final int[] levels;
    private final boolean plain;
    private final Optional<ColumnRanges> ranges;
    private final List<Note> notes;

    /**
     * An encoding with given parts, such as those of a model file.
     *
     * @param schema the columns it was fitted on
     * @param shift one for each feature column; 0 for booleans and categories
     * @param scale one for each feature column, positive; 1 for booleans and categories
     * @throws IllegalArgumentException if the lengths do not fit the schema or a number is out of range
     */
    public Encoding(Schema schema, Scaling scaling, double[] shift, double[] scale) {
        this(schema, scaling, shift, scale, Optional.empty());
    }

    /**
     * An encoding that also has the ranges of its columns.
     *
     * @throws IllegalArgumentException as above, or if there is not one range for each feature column
     */
    public Encoding(Schema schema, Scaling scaling, double[] shift, double[] scale, Optional<ColumnRanges> ranges) {
        this(schema, scaling, shift, scale, ranges, List.of());
    }

    Encoding(
            Schema schema,
            Scaling scaling,
            double[] shift,
            double[] scale,
            Optional<ColumnRanges> ranges,
            List<Note> notes) {
        if (ranges.isPresent()
                && ranges.get().least().length != schema.features().size()) {
            throw new IllegalArgumentException(ranges.get().least().length + " ranges for "
                    + schema.features().size() + " feature columns");
        }
        this.ranges = ranges;
        this.notes = List.copyOf(notes);
        this.schema = schema;
        this.scaling = scaling;
        this.columns = schema.features();
        this.shift = shift.clone();
        this.scale = scale.clone();
        checkParts();
        this.featureNames = schema.featureNames();
        this.levels = columns.stream()
                .mapToInt(c -> c.type() == ColumnType.CATEGORY ? c.levels().size() : 0)
                .toArray();
        this.plain = Arrays.stream(shift).allMatch(s -> s == 0)
                && Arrays.stream(scale).allMatch(s -> s == 1)
                && featureNames.size() == columns.size();
    }

    private void checkParts() {
        if (shift.length != columns.size() || scale.length != columns.size()) {
            throw new IllegalArgumentException(shift.length + " shifts and " + scale.length + " scales for "
                    + columns.size() + " feature columns");
        }
        for (int j = 0; j < shift.length; j++) {
            boolean number = columns.get(j).type() == ColumnType.NUMBER;
            boolean valid = Double.isFinite(shift[j]) && scale[j] > 0 && Double.isFinite(scale[j]);
            if (!valid || (!number && (shift[j] != 0 || scale[j] != 1))) {
                throw new IllegalArgumentException("column '" + columns.get(j).name() + "' cannot have shift "
                        + shift[j] + " and scale " + scale[j]);
            }
        }
    }

    /** As {@link #fit(TableSource, Scaling, boolean)}, for models that may depend on where zero is. */
    public static Encoding fit(TableSource source, Scaling scaling) {
        return fit(source, scaling, false);
    }

    /**
     * Fits the scaling in one pass over the observed cells; with {@link Scaling#NONE} the pass ends after the first rows, once every
     * column has an observed cell.
     *
     * @param removesMean whether the model is the same for rows minus an offset
     * @throws DataException if there are no rows or no feature columns, a column has no observed cell, or the scaling would
     *     divide by the spread of a constant column
     */
    public static Encoding fit(TableSource source, Scaling scaling, boolean removesMean) {
        return new EncodingFit(source, scaling, false, removesMean).fit();
    }

    /**
     * Fits an encoding for models that fill, which all remove the mean: it has the ranges of the columns, to which filled cells are
     * limited, and a constant column is not an error but gets the scale 1.
     *
     * @throws DataException if there are no rows or no feature columns, or a column has no observed cell
     */
    public static Encoding fitForFilling(TableSource source, Scaling scaling) {
        return new EncodingFit(source, scaling, true, true).fit();
    }

    /** The ranges of the columns if it was fitted for filling. */
    public Optional<ColumnRanges> ranges() {
        return ranges;
    }

    /** The columns of numbers that vary less than float32 can hold, if it was fitted here and not read from a file. */
    public List<Note> notes() {
        return notes;
    }

    /** The columns it was fitted on, ignored ones and the label included. */
    public Schema schema() {
        return schema;
    }

    public Scaling scaling() {
        return scaling;
    }

    /** A copy of what is subtracted from each feature column. */
    public double[] shift() {
        return shift.clone();
    }

    /** What is subtracted from each of the d features: that of their columns. */
    public double[] featureShift() {
        double[] all = new double[width()];
        for (int j = 0, at = 0; j < shift.length; at += Math.max(1, levels[j]), j++) {
            all[at] = shift[j];
        }
        return all;
    }

    /** A copy of the divisor of each feature column. */
    public double[] scale() {
        return scale.clone();
    }

    /** The names of the d features. */
    public List<String> featureNames() {
        return featureNames;
    }

    /** Number of features d. */
    public int width() {
        return featureNames.size();
    }

    /**
     * The rows as features, n x d.
     *
     * @throws DataException if the table's feature columns are not those it was fitted on, or a feature is beyond float32
     * @throws IllegalArgumentException if a cell of a category is not the index of a level
     */
    public FloatMatrix encode(Table rows) {
        schema.requireFeaturesOf(rows);
        FloatMatrix features = FloatMatrix.zeros(rows.rows(), width());
        double[] cells = rows.cells();
        if (plain) {
            float[] values = features.values();
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) cells[i];
            }
        } else {
            encodeRows(cells, rows.length(), features.values());
        }
        checkFinite(rows.name(), features);
        return features;
    }

    private void encodeRows(double[] cells, int length, float[] out) {
        int to = 0;
        for (int from = 0; from < length; from += shift.length) {
            for (int j = 0; j < shift.length; j++) {
                double cell = cells[from + j];
                if (levels[j] == 0) {
                    out[to++] = (float) ((cell - shift[j]) / scale[j]);
                } else {
                    // A table checks its cells when it is made, but the array that it was made of may have changed
                    // since.
                    if (!columns.get(j).holds(cell)) {
                        throw columns.get(j).badLevel(from / shift.length, cell);
                    }
                    oneHot(cell, levels[j], out, to);
                    to += levels[j];
                }
            }
        }
    }

    private static void oneHot(double level, int levels, float[] out, int at) {
        if (Double.isNaN(level)) {
            Arrays.fill(out, at, at + levels, Float.NaN);
        } else {
            out[at + (int) level] = 1;
        }
    }

    private void checkFinite(String name, FloatMatrix features) {
        float[] values = features.values();
        for (int i = 0; i < values.length; i++) {
            if (Float.isInfinite(values[i])) {
                throw new DataException(
                        Place.of(name).column(featureNames.get(i % width())),
                        "holds a number beyond the range of float32 (3.4e38)",
                        Remedy.byHand("rescale it in the file"),
                        Remedy.choose(Remedy.Setting.SCALING, "standard"));
            }
        }
    }

    /**
     * The rows of a source as features, encoded chunk by chunk in each pass; a {@link Table} is encoded at once to
     * {@link Features}.
     *
     * @throws DataException if the source's feature columns are not those it was fitted on
     */
    public FeatureSource encode(TableSource source) {
        if (source instanceof Table table) {
            return new Features(featureNames, encode(table));
        }
        schema.requireFeaturesOf(source);
        return new EncodedSource(this, source);
    }

    /**
     * Converts features back to columns: numbers are unscaled to the shortest decimal number that has this feature; booleans
     * become the nearer of 0 and 1; categories become the level with the largest value, the first one in a tie, or missing if
     * all values are NaN. The table has only the feature columns, without a label.
     *
     * @param features n x d
     * @param name the name of the table in messages
     * @throws IllegalArgumentException if the number of columns is not d
     */
    public Table decode(FloatMatrix features, String name) {
        if (features.columns() != width()) {
            throw new IllegalArgumentException(
                    "the encoding has " + width() + " features, the matrix has " + features.columns() + " columns");
        }
        double[] cells = new double[Math.multiplyExact(features.rows(), columns.size())];
        float[] values = features.values();
        int from = 0;
        for (int to = 0; to < cells.length; to += columns.size()) {
            for (int j = 0; j < columns.size(); j++) {
                cells[to + j] = decode(columns.get(j).type(), values, from, j);
                from += Math.max(1, levels[j]);
            }
        }
        return new Table(name, new Schema(columns, schema.image()), features.rows(), cells, null);
    }

    private double decode(ColumnType type, float[] values, int at, int column) {
        float value = values[at];
        return switch (type) {
            case NUMBER, LABEL, IGNORED ->
                Float.isNaN(value) ? Double.NaN : ShortestDecimal.of(value, shift[column], scale[column]);
            case BOOLEAN -> Float.isNaN(value) ? Double.NaN : value < 0.5f ? 0 : 1;
            case CATEGORY -> largest(values, at, levels[column]);
        };
    }

    private static double largest(float[] values, int at, int levels) {
        int best = -1;
        for (int level = 0; level < levels; level++) {
            float value = values[at + level];
            if (!Float.isNaN(value) && (best < 0 || value > values[at + best])) {
                best = level;
            }
        }
        return best < 0 ? Double.NaN : best;
    }
}
