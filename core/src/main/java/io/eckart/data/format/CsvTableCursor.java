package io.eckart.data.format;

import io.eckart.data.Column;
import io.eckart.data.ColumnType;
import io.eckart.data.Table;
import io.eckart.data.TableCursor;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One pass over the rows of a CSV file. */
final class CsvTableCursor implements TableCursor, CsvRecords.Cells {
    private static final int SHARED_LABELS = 10_000;
    /** Rows that room is made for at first; it grows to whole chunks only where there are so many rows. */
    private static final int FIRST_ROWS = 64;

    private final InputFile file;
    private final MissingMarkers missing;
    private final ColumnPlan plan;
    private final CsvRecords records;
    private final @Nullable TextSet[] levels;
    private final TextSet labelTexts = new TextSet();
    private final int chunkRows;
    private final int width;
    private double[] cells = {};
    private @Nullable String[] labels = {};
    private int rows;
    private boolean any;

    CsvTableCursor(InputFile file, CsvLayout layout, MissingMarkers missing, ColumnPlan plan, int chunkRows) {
        this.file = file;
        this.missing = missing;
        this.plan = plan;
        this.chunkRows = chunkRows;
        this.width = plan.width();
        this.levels = new TextSet[plan.fileColumns()];
        for (int i = 0; i < levels.length; i++) {
            Column column = plan.column(i);
            levels[i] = column == null || column.levels().isEmpty() ? null : TextSet.of(column.levels());
        }
        this.records = CsvRecords.rows(file, layout);
    }

    @Override
    public @Nullable Table next() {
        int room = any ? chunkRows : Math.min(chunkRows, FIRST_ROWS);
        cells = new double[room * width];
        labels = new String[plan.label() < 0 ? 0 : room];
        rows = 0;
        while (rows < chunkRows && records.next(this)) {
            rows++;
            if (rows == room && room < chunkRows) {
                room = Math.min(chunkRows, 4 * room);
                cells = Arrays.copyOf(cells, room * width);
                labels = Arrays.copyOf(labels, plan.label() < 0 ? 0 : room);
            }
        }
        if (rows == 0) {
            checkNotEmpty();
            return null;
        }
        any = true;
        double[] given = rows == room ? cells : Arrays.copyOf(cells, rows * width);
        @Nullable String[] givenLabels = plan.label() < 0 ? null : Arrays.copyOf(labels, rows);
        return new Table(file.name(), plan.schema(), rows, given, givenLabels);
    }

    private void checkNotEmpty() {
        if (!any) {
            throw file.error(
                    "row 1 is the header and there is no row below it; add rows, or use --header no if it is one");
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

    private double value(long row, int column, char[] buffer, int from, int to) {
        TextSet texts = levels[column];
        if (texts == null) {
            double number = NumberText.parse(buffer, from, to);
            return Double.isFinite(number) ? number : notFinite(row, column, new String(buffer, from, to - from));
        }
        int level = texts.indexOf(buffer, from, to);
        return level >= 0 ? level : otherSpelling(row, column, new String(buffer, from, to - from));
    }

    private double notFinite(long row, int column, String cell) {
        throw file.error(place(row, column) + "'" + cell + "' is not a finite number" + NumberText.commaHint(cell)
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

    @Override
    public void close() {
        records.close();
    }
}
