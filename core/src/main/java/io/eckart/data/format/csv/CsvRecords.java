package io.eckart.data.format.csv;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.RecordType;
import io.eckart.data.DataException;
import io.eckart.data.format.InputFile;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.CharBuffer;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

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
    private final CsvLayout layout;
    private final RecordErrors errors;
    private final CsvReader<RecordHandler> reader;
    private final Iterator<RecordHandler> records;
    private final RecordHandler current = new RecordHandler();
    private final boolean written;
    private final boolean wide;
    private final long linesBefore;
    private Cells cells = (row, column, buffer, from, to) -> {};
    private List<String> header = List.of();
    private long repeatedHeaders;
    /** The number of cells of a row; -1 while the header is read. */
    private int width;

    private long read;
    /** The records up to now that have a text in the first cell at most. */
    private long sparse;

    private Optional<Footer> footer;

    private CsvRecords(InputFile file, CsvLayout layout, Reader text, boolean written) {
        this.file = file;
        this.layout = layout;
        this.errors = new RecordErrors(file, layout.encoding());
        this.footer = layout.footer();
        this.width = layout.headerRows() > 0 ? -1 : layout.names().size();
        this.wide = layout.names().size() > 1;
        this.linesBefore = written ? layout.dialect().skippedLines() : 0;
        this.written = written;
        this.reader = layout.dialect().parser().skipEmptyLines(!written).build(current, text);
        if (!written) {
            reader.skipLines(layout.dialect().skippedLines());
        }
        this.records = reader.iterator();
    }

    /** All records of a text whose skipped lines were taken already, empty lines among them. */
    static CsvRecords written(InputFile file, CsvLayout layout, Reader text) {
        CsvRecords records = new CsvRecords(file, layout, text, true);
        records.header = layout.repeatableHeader();
        return records;
    }

    /** The records below the header, if there is one. */
    static CsvRecords rows(InputFile file, CsvLayout layout) {
        CsvRecords records = new CsvRecords(
                file, layout, layout.dialect().prepared(layout.encoding().reader()), false);
        try {
            for (int i = 0; i < layout.headerRows(); i++) {
                records.next((row, column, buffer, from, to) -> {});
            }
            records.header = layout.repeatableHeader();
            return records;
        } catch (DataException e) {
            records.close();
            throw e;
        }
    }

    /**
     * Passes on the cells of the next record; false at the end of the file or of the rows above a {@link #footer}.
     *
     * @throws DataException if the file cannot be read, or the record has another number of cells than the first
     */
    boolean next(Cells to) {
        cells = to;
        do {
            if (footer.isPresent() && footer.get().above() == read) {
                return false;
            }
            current.startRecord();
            try {
                if (!records.hasNext()) {
                    return false;
                }
                records.next();
            } catch (CsvParseException e) {
                throw errors.notSeparated(e, row());
            } catch (UncheckedIOException e) {
                throw errors.unreadable(Objects.requireNonNull(e.getCause()));
            }
            if (!isEmptyLine() && !hasAllCells()) {
                return false;
            }
            repeatedHeaders += repeatsHeader() ? 1 : 0;
        } while ((repeatsHeader() || isEmptyLine()) && !written);
        return true;
    }

    /** What is below the rows, once they were read; some of its cells were passed on before it was recognised. */
    Optional<Footer> footer() {
        return footer;
    }

    /** Whether the current record is the header once more; such records are only passed on as they are written. */
    boolean repeatsHeader() {
        return width > 1 && current.likeHeader == width;
    }

    /** What is at the end of the rows that were read, filled up with delimiters. */
    Optional<Footer> filledUpFooter() {
        return sparse == 0 ? Optional.empty() : Footer.below(file, layout, read - sparse);
    }

    /** How many records so far were the header once more. */
    long repeatedHeaders() {
        return repeatedHeaders;
    }

    /** The line on which the current record starts, from 1. */
    long row() {
        return current.line();
    }

    /** Whether the current record is a line without any character, or of blanks where rows have several cells. */
    boolean isEmptyLine() {
        return current.getRecordType() == RecordType.EMPTY || current.isBlank();
    }

    /** The characters in the cells so far, one more for each delimiter or line end. */
    long characters() {
        return current.characters;
    }

    /** Appends the current cell as it is in the file, with its blanks and quotes; for {@link Cells#cell} to call. */
    void appendWritten(StringBuilder text) {
        current.appendWritten(text);
    }

    /** Whether the record is as wide as the table; the layout knows how a header that is not differs. */
    private boolean hasAllCells() {
        int found = current.getFieldCount();
        if (width < 0) {
            width = ++read == layout.headerRows() ? layout.names().size() : -1;
            return true;
        }
        if (found < width && !written) {
            footer = Footer.below(file, layout, read);
        }
        if (found != width && footer.isEmpty()) {
            throw errors.width(row(), width, found);
        }
        read++;
        sparse = current.filled || width < 3 ? 0 : sparse + 1;
        return found == width;
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
        private boolean blank;
        private boolean filled;
        private boolean deferred;

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
            if (index == 0) {
                blank = from == to && !quoted;
            } else {
                filled = filled || from < to;
            }
            if (holding && isHeader(index, buffer, from, to)) {
                likeHeader++;
                if (!written) {
                    return;
                }
            } else if (holding) {
                giveBack();
            }
            if (index > 1) {
                cells.cell(line(), index, buffer, from, to);
            } else {
                passOneOfTwo(index, from, to);
            }
        }

        /** An empty first cell is passed on with the second one: the line may be one of blanks, which is no record. */
        private void passOneOfTwo(int index, int from, int to) {
            if (index == 0 && blank && wide && !written) {
                deferred = true;
                return;
            }
            if (deferred) {
                deferred = false;
                cells.cell(line(), 0, buffer, from, from);
            }
            cells.cell(line(), index, buffer, from, to);
        }

        boolean isBlank() {
            return blank && wide && getFieldCount() == 1;
        }
        /** The cells of a record that begins as the header does are held until it differs. */
        void startRecord() {
            holding = !header.isEmpty();
            deferred = false;
            filled = false;
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
            String cell = new String(buffer, offset, length);
            text.append(quoted ? '"' + cell.replace("\"", "\"\"") + '"' : cell);
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
