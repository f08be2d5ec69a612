package io.eckart.data.format.csv;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.RecordType;
import io.eckart.data.DataException;
import io.eckart.data.Remedy;
import io.eckart.data.format.InputFile;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;

/**
 * One pass over the records of a CSV file, read by FastCSV: the only place that knows what a record and a cell are. Cells are
 * handed on as parts of the parser's buffer, without the blanks around them; every record must have as many cells as the first.
 */
final class CsvRecords implements AutoCloseable {

    /** Takes one cell: the characters of {@code buffer} from {@code from} (included) to {@code to} (excluded). */
    @FunctionalInterface
    interface Cells {
        void cell(long row, int column, char[] buffer, int from, int to);
    }

    private final InputFile file;
    private final CsvReader<RecordHandler> reader;
    private final Iterator<RecordHandler> records;
    private final RecordHandler current = new RecordHandler();
    private final boolean written;
    private Cells cells = (row, column, buffer, from, to) -> {};
    private List<String> header = List.of();
    private long repeatedHeaders;
    private int width = -1;

    private final TextEncoding encoding;
    private final long linesBefore;

    /** All records below the skipped lines; empty lines are left out. */
    CsvRecords(InputFile file, TextEncoding encoding, CsvDialect dialect) {
        this(file, encoding, dialect, dialect.prepared(encoding.reader()), true);
    }

    private CsvRecords(InputFile file, TextEncoding encoding, CsvDialect dialect, Reader text, boolean skipEmptyLines) {
        this.file = file;
        this.encoding = encoding;
        this.linesBefore = skipEmptyLines ? 0 : dialect.skippedLines();
        this.written = !skipEmptyLines;
        this.reader = dialect.parser().skipEmptyLines(skipEmptyLines).build(current, text);
        if (!written) {
            reader.skipLines(dialect.skippedLines());
        }
        this.records = reader.iterator();
    }

    /** All records of a text whose skipped lines were taken already, empty lines among them. */
    static CsvRecords written(InputFile file, TextEncoding encoding, CsvDialect dialect, Reader text) {
        return new CsvRecords(file, encoding, dialect, text, false);
    }

    /** The records below the header, if there is one. */
    static CsvRecords rows(InputFile file, CsvLayout layout) {
        CsvRecords records = new CsvRecords(file, layout.encoding(), layout.dialect());
        try {
            for (int i = 0; i < layout.headerRows(); i++) {
                records.next((row, column, buffer, from, to) -> {});
            }
            return records.withoutRepeated(layout.repeatableHeader());
        } catch (DataException e) {
            records.close();
            throw e;
        }
    }

    /**
     * Passes on the cells of the next record; false at the end of the file.
     *
     * @throws DataException if the file cannot be read, or the record has another number of cells than the first
     */
    boolean next(Cells to) {
        cells = to;
        do {
            current.startRecord();
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
            if (!isEmptyLine()) {
                checkWidth();
            }
            repeatedHeaders += repeatsHeader() ? 1 : 0;
        } while (repeatsHeader() && !written);
        return true;
    }

    /** Whether the current record is the header once more; such records are only passed on as they are written. */
    boolean repeatsHeader() {
        return width > 1 && current.likeHeader == width;
    }

    /** How many records so far were the header once more. */
    long repeatedHeaders() {
        return repeatedHeaders;
    }

    /** Leaves out records that are the same as these names. */
    CsvRecords withoutRepeated(List<String> names) {
        header = names;
        return this;
    }

    /** The line on which the current record starts, counted from 1. */
    long row() {
        return current.line();
    }

    /** Whether the current record is a line without any character. */
    boolean isEmptyLine() {
        return current.getRecordType() == RecordType.EMPTY;
    }

    /** The number of characters in the cells so far, one more for each delimiter or line end. */
    long characters() {
        return current.characters;
    }

    /** Appends the current cell as it is in the file, with its blanks and quotes; for {@link Cells#cell} to call. */
    void appendWritten(StringBuilder text) {
        current.appendWritten(text);
    }

    private void checkWidth() {
        int found = current.getFieldCount();
        if (width < 0) {
            width = found;
        }
        if (found != width) {
            throw file.rowError(
                    row(),
                    "expected " + width + " cells as in the first row, found " + found,
                    Remedy.byHand("check the delimiter and the quotes of this row"));
        }
    }

    private RuntimeException failure(IOException cause) {
        return cause instanceof CharacterCodingException ? encoding.failure() : file.failure(cause);
    }

    private RuntimeException failure(CsvParseException e) {
        return switch (e.getCause()) {
            case DataException data -> data;
            case Error error -> throw error;
            case null, default ->
                file.rowError(
                        Math.max(1, row()),
                        "the cells cannot be separated ("
                                + (e.getCause() == null
                                        ? e.getMessage()
                                        : e.getCause().getMessage()) + ")",
                        Remedy.byHand("check the quotes from this row on"));
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
        private char[] buffer = {};
        private int offset;
        private int length;
        private boolean quoted;
        private long characters;
        private int likeHeader;
        private boolean holding;

        @Override
        protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
            this.buffer = buffer;
            this.offset = offset;
            this.length = length;
            this.quoted = quoted;
            characters += length + 1;
            int from = offset;
            int to = offset + length;
            while (from < to && buffer[from] <= ' ') {
                from++;
            }
            while (to > from && buffer[to - 1] <= ' ') {
                to--;
            }
            if (width >= 0 && index >= width) {
                return;
            }
            if (holding && isHeader(index, buffer, from, to)) {
                likeHeader++;
                if (!written) {
                    return;
                }
            } else if (holding) {
                giveBack();
            }
            cells.cell(line(), index, buffer, from, to);
        }

        /** The cells of a record that begins as the header does are held until it differs. */
        void startRecord() {
            holding = !header.isEmpty();
            likeHeader = 0;
        }

        private boolean isHeader(int index, char[] buffer, int from, int to) {
            String name = header.get(index);
            return name.length() == to - from && name.contentEquals(CharBuffer.wrap(buffer, from, to - from));
        }

        private void giveBack() {
            holding = false;
            for (int i = 0; i < likeHeader && !written; i++) {
                char[] name = header.get(i).toCharArray();
                cells.cell(line(), i, name, 0, name.length);
            }
            likeHeader = 0;
        }

        void appendWritten(StringBuilder text) {
            if (!quoted) {
                text.append(buffer, offset, length);
                return;
            }
            text.append('"');
            for (int i = offset; i < offset + length; i++) {
                if (buffer[i] == '"') {
                    text.append('"');
                }
                text.append(buffer[i]);
            }
            text.append('"');
        }

        @Override
        protected RecordHandler buildRecord() {
            return this;
        }

        @Override
        protected RecordType getRecordType() {
            return super.getRecordType();
        }

        @Override
        protected int getFieldCount() {
            return super.getFieldCount();
        }

        long line() {
            return linesBefore + getStartingLineNumber();
        }
    }
}
