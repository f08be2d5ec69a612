package io.eckart.data.format;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.eckart.data.DataException;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.Iterator;
import java.util.Objects;

/**
 * One pass over the records of a CSV file. Cells are handed on as parts of the parser's buffer, blanks around them cut
 * off; empty lines are skipped; every record must have as many cells as the first.
 */
final class CsvRecords implements AutoCloseable {

    /** Takes one cell: what stands in {@code buffer} from {@code from} (included) to {@code to} (excluded). */
    @FunctionalInterface
    interface Cells {
        void cell(long row, int column, char[] buffer, int from, int to);
    }

    private final InputFile file;
    private final CsvReader<RecordHandler> reader;
    private final Iterator<RecordHandler> records;
    private final RecordHandler current = new RecordHandler();
    private Cells cells = (row, column, buffer, from, to) -> {};
    private int width;

    CsvRecords(InputFile file, char delimiter) {
        this(file, delimiter, reader(file), -1);
    }

    /** @param width cells of every record; -1 where the first one tells */
    CsvRecords(InputFile file, char delimiter, Reader text, int width) {
        this.file = file;
        this.width = width;
        this.reader = CsvReader.builder()
                .fieldSeparator(delimiter)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .build(current, text);
        this.records = reader.iterator();
    }

    private static Reader reader(InputFile file) {
        try {
            return Utf8.reader(file);
        } catch (IOException e) {
            throw file.failure(e);
        }
    }

    /** The records below the header, if there is one. */
    static CsvRecords rows(InputFile file, CsvLayout layout) {
        CsvRecords records = new CsvRecords(file, layout.delimiter());
        try {
            if (layout.header()) {
                records.next((row, column, buffer, from, to) -> {});
            }
            return records;
        } catch (DataException e) {
            records.close();
            throw e;
        }
    }

    /** Hands the cells of the next record on; false at the end of the file. */
    boolean next(Cells to) {
        cells = to;
        try {
            if (!records.hasNext()) {
                return false;
            }
            records.next();
        } catch (CsvParseException e) {
            throw failure(e);
        } catch (UncheckedIOException e) {
            throw failure(Objects.requireNonNull(e.getCause()));
        }
        checkWidth();
        return true;
    }

    /** The line on which the current record starts, counted from 1; behind the last record, the line after the last line end. */
    long row() {
        return current.line();
    }

    private void checkWidth() {
        int found = current.cells();
        if (width < 0) {
            width = found;
        }
        if (found != width) {
            throw file.error("row " + row() + ": expected " + width + " cells as in the first row, found " + found
                    + "; check the delimiter and the quotes of this row");
        }
    }

    private RuntimeException failure(IOException cause) {
        return cause instanceof CharacterCodingException ? Utf8.failure(file) : file.failure(cause);
    }

    private RuntimeException failure(CsvParseException e) {
        return switch (e.getCause()) {
            case DataException data -> data;
            case Error error -> throw error;
            case null, default ->
                file.error("row " + Math.max(1, row()) + ": the cells cannot be told apart ("
                        + (e.getCause() == null ? e.getMessage() : e.getCause().getMessage())
                        + "); check the quotes from this row on");
        };
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw file.failure(e);
        }
    }

    private final class RecordHandler extends AbstractBaseCsvCallbackHandler<RecordHandler> {
        @Override
        protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
            int from = offset;
            int to = offset + length;
            while (from < to && buffer[from] <= ' ') {
                from++;
            }
            while (to > from && buffer[to - 1] <= ' ') {
                to--;
            }
            if (width < 0 || index < width) {
                cells.cell(getStartingLineNumber(), index, buffer, from, to);
            }
        }

        @Override
        protected RecordHandler buildRecord() {
            return this;
        }

        long line() {
            return getStartingLineNumber();
        }

        int cells() {
            return getFieldCount();
        }
    }
}
