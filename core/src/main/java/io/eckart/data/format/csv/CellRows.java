package io.eckart.data.format.csv;

import io.eckart.data.Column;
import io.eckart.data.ColumnType;
import io.eckart.data.DataException;
import io.eckart.data.Remedy;
import io.eckart.data.Table;
import io.eckart.data.format.ColumnPlan;
import io.eckart.data.format.InputFile;
import io.eckart.data.format.TextSet;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Collects the cells and labels of the rows of one chunk. */
final class CellRows implements CsvRows.Cells {
    private static final int SHARED_LABELS = 10_000;

    private final InputFile file;
    private final CsvColumns columns;
    private final ColumnPlan plan;
    private final boolean strict;
    private final OddCells odd;
    private final UnknownLevels unknown = new UnknownLevels();
    private final @Nullable TextSet[] levels;
    private final TextSet labelTexts = new TextSet();
    private final int width;
    private double[] cells = {};
    private @Nullable String[] labels = {};
    private int room;
    private int rows;

    CellRows(InputFile file, CsvColumns columns, boolean strict, OddCells odd) {
        this.file = file;
        this.columns = columns;
        this.plan = columns.plan();
        this.strict = strict;
        this.odd = odd;
        this.width = plan.width();
        this.levels = new TextSet[plan.fileColumns()];
        for (int i = 0; i < levels.length; i++) {
            Column column = plan.column(i);
            levels[i] = column == null || column.levels().isEmpty() ? null : TextSet.of(column.levels());
        }
    }

    /** Starts a chunk with room for some rows, at least one. */
    void start(int expectedRows) {
        rows = 0;
        cells = new double[0];
        labels = new String[0];
        resize(expectedRows);
    }

    int rows() {
        return rows;
    }

    void endRow() {
        rows++;
    }

    /** Makes room for one more row, with as many as {@code most} in all. */
    void makeRoom(int most) {
        if (rows == room) {
            resize((int) Math.min(most, 2L * room));
        }
    }

    private void resize(int count) {
        room = count;
        cells = Arrays.copyOf(cells, room * width);
        labels = Arrays.copyOf(labels, plan.label() < 0 ? 0 : room);
    }

    /** The rows since the {@link #start}; to be called once. */
    Table table() {
        if (rows < room) {
            resize(rows);
        }
        return new Table(file.name(), plan.schema(), rows, cells, plan.label() < 0 ? null : labels);
    }

    @Override
    public void cell(long row, int column, char[] buffer, int from, int to) {
        int target = plan.target(column);
        if (target >= 0) {
            cells[rows * width + target] = value(row, column, buffer, from, to);
        } else if (column == plan.label()) {
            boolean absent = columns.isMissing(column, buffer, from, to);
            labels[rows] = absent ? null : labelText(buffer, from, to);
        }
    }

    private double value(long row, int column, char[] buffer, int from, int to) {
        TextSet texts = levels[column];
        return texts == null ? number(row, column, buffer, from, to) : level(texts, row, column, buffer, from, to);
    }

    private double number(long row, int column, char[] buffer, int from, int to) {
        double number = columns.number(column, buffer, from, to);
        if (columns.markers(column).isMissingNumber(number, buffer, from, to)) {
            return Double.NaN;
        }
        if (Double.isFinite(number)) {
            return number;
        }
        if (strict) {
            throw error(row, column, new String(buffer, from, to - from));
        }
        odd.add(row, column, buffer, from, to);
        return Double.NaN;
    }

    private double level(TextSet texts, long row, int column, char[] buffer, int from, int to) {
        if (columns.isMissing(column, buffer, from, to)) {
            return Double.NaN;
        }
        int level = texts.indexOf(buffer, from, to);
        return level >= 0 ? level : otherSpelling(row, column, buffer, from, to);
    }

    private double otherSpelling(long row, int column, char[] buffer, int from, int to) {
        Column known = Objects.requireNonNull(plan.column(column));
        if (known.type() == ColumnType.BOOLEAN) {
            String lower = new String(buffer, from, to - from).toLowerCase(Locale.ROOT);
            for (int level = 0; level < 2; level++) {
                if (known.levels().get(level).toLowerCase(Locale.ROOT).equals(lower)) {
                    return level;
                }
            }
        }
        unknown.add(row, known, buffer, from, to);
        return Double.NaN;
    }

    /** @throws DataException if there were levels that are not known: of all rows, so that the message names them all */
    void requireKnownLevels() {
        if (!unknown.isEmpty()) {
            throw unknown.error(file);
        }
    }

    boolean hasUnknownLevels() {
        return !unknown.isEmpty();
    }

    private DataException error(long row, int column, String cell) {
        String name = columns.name(column);
        return file.error(
                row,
                name,
                "'" + cell + "' is not a finite number",
                Remedy.byHand("fix the cell"),
                Remedy.declareMissing(name, cell));
    }

    private String labelText(char[] buffer, int from, int to) {
        if (labelTexts.size() >= SHARED_LABELS) {
            return new String(buffer, from, to - from);
        }
        return labelTexts.get(labelTexts.add(buffer, from, to));
    }
}
