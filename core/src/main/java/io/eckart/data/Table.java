package io.eckart.data;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Rows with typed cells in memory. Immutable, unless the arrays that it was made of are changed; safe for use by several
 * threads.
 *
 * <p>Cells of the feature columns are stored row-major as float64: numbers as they are, booleans as 0 or 1, categories as
 * the index of their level. A missing cell is NaN; an observed cell cannot be NaN. Labels are texts, null if missing.
 */
public final class Table implements TableSource {
    private final String name;
    private final Schema schema;
    private final int rows;
    private final int width;
    private final double[] cells;
    private final @Nullable String @Nullable [] labels;
    private final List<Note> notes;

    /**
     * @param name the name of this table in messages, such as its file name
     * @param schema the columns
     * @param rows number of rows
     * @param cells at least {@code rows x schema.features().size()} cells, row-major; those behind are not used. Not copied
     * @param labels one for each row if the schema has a label, else null; not copied
     * @throws IllegalArgumentException if there are too few cells, the number of labels is not that of rows, or a cell of a boolean or category
     *     is not the index of a level
     */
    public Table(String name, Schema schema, int rows, double[] cells, @Nullable String @Nullable [] labels) {
        this(name, schema, rows, cells, labels, List.of());
    }

    private Table(
            String name,
            Schema schema,
            int rows,
            double[] cells,
            @Nullable String @Nullable [] labels,
            List<Note> notes) {
        this.notes = List.copyOf(notes);
        this.name = name;
        this.schema = schema;
        this.rows = rows;
        this.width = schema.features().size();
        this.cells = cells;
        this.labels = labels;
        if (cells.length < (long) rows * width) {
            throw new IllegalArgumentException(
                    cells.length + " cells for " + rows + " rows of " + width + " feature columns");
        }
        if (schema.label().isPresent() != (labels != null) || (labels != null && labels.length != rows)) {
            throw new IllegalArgumentException("labels do not fit the schema and " + rows + " rows");
        }
        checkLevels();
    }

    private void checkLevels() {
        List<Column> columns = schema.features();
        for (int j = 0; j < width; j++) {
            Column column = columns.get(j);
            for (int i = 0; i < rows && !column.levels().isEmpty(); i++) {
                if (!column.holds(cell(i, j))) {
                    throw column.badLevel(i, cell(i, j));
                }
            }
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Schema schema() {
        return schema;
    }

    public int rows() {
        return rows;
    }

    /** Number of feature columns, the length of a stored row. */
    public int width() {
        return width;
    }

    /** The cells themselves, row-major, for reading only; only the first {@link #length} are in use. */
    double[] cells() {
        return cells;
    }

    /** The number of cells. */
    int length() {
        return rows * width;
    }

    /** The cell of a row in the {@code column}-th feature column; NaN if missing. */
    public double cell(int row, int column) {
        return cells[row * width + column];
    }

    /** Copies all cells, row-major, to {@code target} starting at index {@code at}. */
    public void copyCells(double[] target, int at) {
        System.arraycopy(cells, 0, target, at, length());
    }

    public boolean isMissing(int row, int column) {
        return Double.isNaN(cell(row, column));
    }

    /** The label of a row; null if missing or if there is no label column. */
    public @Nullable String label(int row) {
        return labels == null ? null : labels[row];
    }

    /**
     * The same rows with other cells.
     *
     * @param others {@code rows x width} cells, not copied
     * @throws IllegalArgumentException as the constructor
     */
    public Table withCells(double[] others) {
        return new Table(name, schema, rows, others, labels, notes);
    }

    /**
     * The same rows with these labels instead of their own.
     *
     * @param column the name of the label column if there is none yet
     * @throws IllegalArgumentException if there is not one label for each row, or a feature has the name
     */
    public Table withLabels(String column, @Nullable String[] given) {
        if (schema.label().isPresent()) {
            return new Table(name, schema, rows, cells, given, notes);
        }
        List<Column> columns = new ArrayList<>(schema.columns());
        columns.add(Column.label(column));
        return new Table(name, new Schema(columns, schema.image()), rows, cells, given, notes);
    }

    /** The rows with these indices, in this order. */
    public Table select(int[] indices) {
        double[] chosen = new double[indices.length * width];
        @Nullable String[] chosenLabels = labels == null ? null : new String[indices.length];
        for (int i = 0; i < indices.length; i++) {
            System.arraycopy(cells, indices[i] * width, chosen, i * width, width);
            if (chosenLabels != null && labels != null) {
                chosenLabels[i] = labels[indices[i]];
            }
        }
        return new Table(name, schema, indices.length, chosen, chosenLabels, notes);
    }

    /** The same rows with notes about how they came here. */
    public Table withNotes(List<Note> given) {
        return new Table(name, schema, rows, cells, labels, given);
    }

    @Override
    public List<Note> notes() {
        return notes;
    }

    /** The table itself: what is in memory is read at once. */
    @Override
    public TableSource until(BooleanSupplier stop) {
        return this;
    }

    @Override
    public OptionalLong rowCount() {
        return OptionalLong.of(rows);
    }

    @Override
    public TableCursor open() {
        return new TableCursor() {
            private boolean given;

            @Override
            public @Nullable Table next() {
                boolean first = !given;
                given = true;
                return first && rows > 0 ? Table.this : null;
            }

            @Override
            public void close() {}
        };
    }
}
