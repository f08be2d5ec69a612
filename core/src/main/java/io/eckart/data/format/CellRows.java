package io.eckart.data.format;

import io.eckart.data.Column;
import io.eckart.data.ColumnType;
import io.eckart.data.DataException;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The cells and labels of the rows of a block. */
final class CellRows implements CsvRows {
    private static final int SHARED_LABELS = 10_000;
    private static final int FIRST_ROWS = 64;

    private final InputFile file;
    private final MissingMarkers missing;
    private final ColumnPlan plan;
    private final @Nullable TextSet[] levels;
    private final boolean[] textual;
    private final TextSet labelTexts = new TextSet();
    private final int width;
    private final boolean identity;
    private double[] cells;
    private @Nullable String[] labels;
    private int room = FIRST_ROWS;
    private int rows;

    CellRows(InputFile file, MissingMarkers missing, ColumnPlan plan) {
        this.file = file;
        this.missing = missing;
        this.plan = plan;
        this.width = plan.width();
        this.identity = plan.isIdentity();
        this.levels = new TextSet[plan.fileColumns()];
        this.textual = new boolean[plan.fileColumns()];
        for (int i = 0; i < levels.length; i++) {
            Column column = plan.column(i);
            levels[i] = column == null || column.levels().isEmpty() ? null : TextSet.of(column.levels());
            textual[i] = levels[i] != null || i == plan.label();
        }
        this.cells = new double[room * width];
        this.labels = new String[plan.label() < 0 ? 0 : room];
    }

    /** Number of whole rows. */
    int rows() {
        return rows;
    }

    /** Copies the cells of some rows, row-major. */
    void copyCells(int fromRow, int count, double[] target, int toRow) {
        System.arraycopy(cells, fromRow * width, target, toRow * width, count * width);
    }

    /** Copies the labels of some rows, where there is a label. */
    void copyLabels(int fromRow, int count, @Nullable String[] target, int toRow) {
        System.arraycopy(labels, fromRow, target, toRow, count);
    }

    @Override
    public void clear() {
        rows = 0;
    }

    @Override
    public boolean[] textual() {
        return textual;
    }

    @Override
    public void numbers(double[] values) {
        if (identity) {
            System.arraycopy(values, 0, cells, rows * width, width);
            return;
        }
        for (int j = 0; j < values.length; j++) {
            int target = plan.target(j);
            if (target >= 0) {
                cells[rows * width + target] = values[j];
            }
        }
    }

    @Override
    public void cell(long row, int column, char[] buffer, int from, int to) {
        int target = plan.target(column);
        if (target >= 0) {
            cells[rows * width + target] =
                    missing.matches(buffer, from, to) ? Double.NaN : value(row, column, buffer, from, to);
        } else if (column == plan.label()) {
            labels[rows] = missing.matches(buffer, from, to) ? null : labelText(buffer, from, to);
        }
    }

    @Override
    public void endRow() {
        rows++;
        if (rows == room) {
            room = 2 * room;
            cells = Arrays.copyOf(cells, room * width);
            labels = Arrays.copyOf(labels, plan.label() < 0 ? 0 : room);
        }
    }

    private double value(long row, int column, char[] buffer, int from, int to) {
        TextSet texts = levels[column];
        if (texts == null) {
            double number = NumberText.parse(buffer, from, to);
            if (!Double.isFinite(number)) {
                throw notFinite(row, column, new String(buffer, from, to - from));
            }
            return missing.matches(number) ? Double.NaN : number;
        }
        int level = texts.indexOf(buffer, from, to);
        return level >= 0 ? level : otherSpelling(row, column, new String(buffer, from, to - from));
    }

    private DataException notFinite(long row, int column, String cell) {
        return file.error(place(row, column) + "'" + cell + "' is not a finite number" + NumberText.commaHint(cell)
                + "; fix the cell or declare it missing with --missing " + ColumnNames.argument(cell));
    }

    private double otherSpelling(long row, int column, String cell) {
        Column known = java.util.Objects.requireNonNull(plan.column(column));
        if (known.type() == ColumnType.BOOLEAN) {
            String lower = cell.toLowerCase(Locale.ROOT);
            for (int level = 0; level < 2; level++) {
                if (known.levels().get(level).toLowerCase(Locale.ROOT).equals(lower)) {
                    return level;
                }
            }
        }
        throw file.error(place(row, column) + "'" + cell + "' is not one of the known levels "
                + ColumnNames.listed(known.levels()) + "; fix the cell or declare it missing with --missing "
                + ColumnNames.argument(cell));
    }

    private String place(long row, int column) {
        Column known = plan.column(column);
        return "row " + row + ", column '" + (known == null ? "" : known.name()) + "': ";
    }

    private String labelText(char[] buffer, int from, int to) {
        if (labelTexts.size() >= SHARED_LABELS) {
            return new String(buffer, from, to - from);
        }
        return labelTexts.get(labelTexts.add(buffer, from, to));
    }
}
