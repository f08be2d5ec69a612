package io.eckart.data.format;

import io.eckart.data.Column;
import io.eckart.data.ColumnType;
import io.eckart.data.ImageShape;
import io.eckart.data.Remedy;
import io.eckart.data.Schema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The place of each column of a file in the rows of a table. */
public final class ColumnPlan {
    private static final int SKIPPED = -1;

    private final Schema schema;
    private final int[] targets;
    private final @Nullable Column[] columns;
    private final int label;

    private ColumnPlan(Schema schema, int[] targets, @Nullable Column[] columns, int label) {
        this.schema = schema;
        this.targets = targets;
        this.columns = columns;
        this.label = label;
    }

    /** All columns of the file in its order, with the given types. */
    public static ColumnPlan inFileOrder(List<Column> columns, Optional<ImageShape> image) {
        int[] targets = new int[columns.size()];
        int label = SKIPPED;
        int features = 0;
        for (int i = 0; i < targets.length; i++) {
            ColumnType type = columns.get(i).type();
            targets[i] = type.isFeature() ? features++ : SKIPPED;
            label = type == ColumnType.LABEL ? i : label;
        }
        int width = features;
        Optional<ImageShape> whole = image.filter(shape -> shape.features() == width);
        return new ColumnPlan(new Schema(columns, whole), targets, columns.toArray(new Column[0]), label);
    }

    /** All columns of the file are numbers, except where the options say otherwise. */
    public static ColumnPlan ofNumbers(
            InputFile file, List<String> names, Optional<ImageShape> image, ReadOptions options) {
        ColumnNames lookup = new ColumnNames(file, names);
        if (options.columns().expected().isPresent()) {
            return matching(lookup, names.size(), options.columns().expected().get(), options)
                    .numbersOnly(file);
        }
        ColumnOverrides overrides = ColumnOverrides.of(file, lookup, options);
        List<Column> columns = new ArrayList<>(names.size());
        for (String name : names) {
            ColumnType type = overrides.type(name).orElse(ColumnType.NUMBER);
            columns.add(new Column(name, checkedNumber(file, name, type), List.of()));
        }
        return inFileOrder(columns, image);
    }

    private static ColumnType checkedNumber(InputFile file, String name, ColumnType type) {
        if (type == ColumnType.BOOLEAN || type == ColumnType.CATEGORY) {
            throw file.columnError(
                    name,
                    "cannot be read as " + type + ": this format holds numbers only",
                    Remedy.byHand("use CSV for categories"));
        }
        return type;
    }

    private ColumnPlan numbersOnly(InputFile file) {
        schema.features().forEach(column -> checkedNumber(file, column.name(), column.type()));
        return this;
    }

    /**
     * The columns of a model's schema, looked up by name; other columns are left out, and the label may be missing.
     *
     * @throws io.eckart.data.DataException if feature columns are missing
     */
    public static ColumnPlan matching(ColumnNames names, int fileColumns, Schema expected, ReadOptions options) {
        options.columns().label().ifPresent(name -> names.require(name, "named as the label"));
        String label = options.columns()
                .label()
                .or(() -> expected.label().map(Column::name))
                .orElse(null);
        List<String> absent = expected.features().stream()
                .map(Column::name)
                .filter(name -> names.indexOf(name) < 0)
                .toList();
        if (!absent.isEmpty()) {
            throw names.missing(absent);
        }
        return matching(names, fileColumns, expected, label == null ? SKIPPED : names.indexOf(label));
    }

    private static ColumnPlan matching(ColumnNames names, int fileColumns, Schema expected, int label) {
        int[] targets = new int[fileColumns];
        Arrays.fill(targets, SKIPPED);
        @Nullable Column[] columns = new Column[fileColumns];
        List<Column> kept = new ArrayList<>();
        int features = 0;
        for (Column column : expected.features()) {
            int position = names.indexOf(column.name());
            targets[position] = features++;
            columns[position] = column;
            kept.add(column);
        }
        if (label >= 0) {
            if (targets[label] >= 0) {
                throw names.labelIsFeature(names.get(label));
            }
            kept.add(Column.label(names.get(label)));
        }
        return new ColumnPlan(new Schema(kept, expected.image()), targets, columns, label);
    }

    public Schema schema() {
        return schema;
    }

    /** The number of columns of the file. */
    public int fileColumns() {
        return targets.length;
    }

    /** The index of a file's column in the stored cells of a row, -1 if it is not stored. */
    public int target(int fileColumn) {
        return targets[fileColumn];
    }

    /** The position of the label in the file, -1 if there is none. */
    public int label() {
        return label;
    }

    /** The column of the schema at this position of the file. */
    @Nullable
    public Column column(int fileColumn) {
        return columns[fileColumn];
    }

    /** The number of stored cells of a row. */
    public int width() {
        return schema.features().size();
    }

    /** Whether every column of the file is stored, in the file's order. */
    public boolean isIdentity() {
        for (int i = 0; i < targets.length; i++) {
            if (targets[i] != i) {
                return false;
            }
        }
        return true;
    }
}
