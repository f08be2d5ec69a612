package io.eckart.data.format.csv;

import io.eckart.data.Table;
import io.eckart.data.TableCursor;
import io.eckart.data.format.InputFile;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One pass over the rows of a CSV file. */
final class CsvTableCursor implements TableCursor {
    /** Room in the first chunk, which may be all there is. */
    private static final int FIRST_ROWS = 64;

    private final InputFile file;
    private final CsvLayout layout;
    private final CsvRows records;
    private final CellRows rows;
    private final int chunkRows;
    private final Consumer<Optional<Footer>> atEnd;
    private boolean any;

    /** @param atEnd is given what is below the rows when all were read */
    CsvTableCursor(InputFile file, CsvLayout layout, CellRows rows, int chunkRows, Consumer<Optional<Footer>> atEnd) {
        this.atEnd = atEnd;
        this.file = file;
        this.layout = layout;
        this.records = new CsvRows(file, layout);
        this.rows = rows;
        this.chunkRows = chunkRows;
    }

    @Override
    public @Nullable Table next() {
        rows.start(any ? chunkRows : Math.min(FIRST_ROWS, chunkRows));
        while (rows.rows() < chunkRows && records.next(rows)) {
            rows.endRow();
            rows.makeRoom(chunkRows);
        }
        if (rows.hasUnknownLevels()) {
            readOn();
            rows.requireKnownLevels();
        }
        if (rows.rows() > 0) {
            any = true;
            return rows.table();
        }
        if (!any) {
            throw layout.noRows(file);
        }
        atEnd.accept(records.footer());
        return null;
    }

    /** Passes over the other rows, to learn what else is wrong. */
    private void readOn() {
        boolean more = true;
        while (more) {
            rows.start(1);
            more = records.next(rows);
        }
    }

    @Override
    public void close() {
        records.close();
    }
}
