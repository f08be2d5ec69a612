package io.eckart.data.format.csv;

import io.eckart.data.TableSource;
import io.eckart.data.format.InputFile;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One pass over some columns of a CSV file as they are written, without the blanks and quotes around cells. */
final class CsvTextCursor implements TableSource.TextCursor, CsvRows.Cells {
    private static final int OTHER = -1;

    private final CsvRows records;
    private final int[] targets;
    private final int width;
    private @Nullable String[] row = {};

    /** @param columns names of the file */
    CsvTextCursor(InputFile file, CsvLayout layout, List<String> columns) {
        this.width = columns.size();
        this.targets = new int[layout.names().size()];
        Arrays.setAll(targets, i -> columns.indexOf(layout.names().get(i)));
        this.records = new CsvRows(file, layout);
    }

    @Override
    public @Nullable String @Nullable [] next() {
        row = new String[width];
        return records.next(this) ? row : null;
    }

    @Override
    public void cell(long number, int column, char[] buffer, int from, int to) {
        if (targets[column] != OTHER && from < to) {
            row[targets[column]] = new String(buffer, from, to - from);
        }
    }

    @Override
    public void close() {
        records.close();
    }
}
