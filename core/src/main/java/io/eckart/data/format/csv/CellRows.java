package io.eckart.data.format.csv;

import io.eckart.data.Column;
import io.eckart.data.ColumnType;
import io.eckart.data.DataException;
import io.eckart.data.Remedy;
import io.eckart.data.Table;
import io.eckart.data.format.ColumnNames;
import io.eckart.data.format.ColumnPlan;
import io.eckart.data.format.InputFile;
import io.eckart.data.format.MissingMarkers;
import io.eckart.data.format.NumberText;
import io.eckart.data.format.TextSet;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Collects the cells and labels of the rows of one chunk. */
final class CellRows implements CsvRecords.Cells {
    private static final int SHARED_LABELS = 10_000;

    private final InputFile file;
    private final MissingMarkers missing;
    private final ColumnPlan plan;
    private final @Nullable TextSet[] levels;
    private final TextSet labelTexts = new TextSet();
    private final int width;
    private double[] cells = {};
    private @Nullable String[] labels = {};
    private int room;
    private int rows;

    CellRows(InputFile file, MissingMarkers missing, ColumnPlan plan) {
        this.file = file;
        this.missing = missing;
        this.plan = plan;
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
            labels[rows] = missing.matches(buffer, from, to) ? null : labelText(buffer, from, to);
        }
    }

    private double value(long row, int column, char[] buffer, int from, int to) {
        TextSet texts = levels[column];
        return texts == null ? number(row, column, buffer, from, to) : level(texts, row, column, buffer, from, to);
    }

    private double number(long row, int column, char[] buffer, int from, int to) {
        double number = NumberText.parse(buffer, from, to);
        if (missing.isMissing(number, buffer, from, to)) {
            return Double.NaN;
        }
        if (!Double.isFinite(number)) {
            String cell = new String(buffer, from, to - from);
            throw error(row, column, "'" + cell + "' is not a finite number" + NumberText.commaHint(cell), cell);
        }
        return number;
    }

    private double level(TextSet texts, long row, int column, char[] buffer, int from, int to) {
        if (missing.matches(buffer, from, to)) {
            return Double.NaN;
        }
        int level = texts.indexOf(buffer, from, to);
        return level >= 0 ? level : otherSpelling(row, column, new String(buffer, from, to - from));
    }

    private double otherSpelling(long row, int column, String cell) {
        Column known = Objects.requireNonNull(plan.column(column));
        if (known.type() == ColumnType.BOOLEAN) {
            String lower = cell.toLowerCase(Locale.ROOT);
            for (int level = 0; level < 2; level++) {
                if (known.levels().get(level).toLowerCase(Locale.ROOT).equals(lower)) {
                    return level;
                }
            }
        }
        throw error(
                row,
                column,
                "'" + cell + "' is not one of the known levels " + ColumnNames.listed(known.levels()),
                cell);
    }

    private DataException error(long row, int column, String problem, String cell) {
        Column known = plan.column(column);
        return file.error(
                row,
                known == null ? "" : known.name(),
                problem,
                Remedy.byHand("fix the cell"),
                new Remedy.DeclareMissing(cell));
    }

    private String labelText(char[] buffer, int from, int to) {
        if (labelTexts.size() >= SHARED_LABELS) {
            return new String(buffer, from, to - from);
        }
        return labelTexts.get(labelTexts.add(buffer, from, to));
    }
}
