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
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One pass over the records of a CSV file, read by FastCSV: the only place that knows what a record and a cell are. Cells are
 * copied without the blanks around them; every record must have as many cells as the first.
 */
final class CsvRecords implements AutoCloseable {

    /** Takes a cell as it is in the file, but for its quotes. */
    @FunctionalInterface
    interface Written {
        void cell(int column, char[] buffer, int offset, int length, boolean quoted);
    }

    private final InputFile file;
    private final CsvLayout layout;
    private final RecordErrors errors;
    private final CsvReader<RecordHandler> reader;
    private final Iterator<RecordHandler> records;
    private final RecordHandler current = new RecordHandler();
    private final @Nullable Written written;
    private final boolean wide;
    private final long linesBefore;
    private CellBlock block = new CellBlock();
    private List<String> header = List.of();
    private long repeatedHeaders;
    private boolean repeatsHeader;
    private boolean emptyLine;
    /** The number of cells of a row; -1 while the header is read. */
    private int width;

    private long read;
    /** The records up to now that have a text in the first cell at most. */
    private long sparse;

    private Optional<Footer> footer;

    private CsvRecords(InputFile file, CsvLayout layout, Reader text, @Nullable Written written) {
        this.file = file;
        this.layout = layout;
        this.errors = new RecordErrors(file, layout.encoding());
        this.footer = layout.footer();
        this.width = layout.headerRows() > 0 ? -1 : layout.names().size();
        this.wide = layout.names().size() > 1;
        this.linesBefore = written == null ? 0 : layout.dialect().skippedLines();
        this.written = written;
        this.reader = layout.dialect().parser().skipEmptyLines(written == null).build(current, text);
        if (written == null) {
            reader.skipLines(layout.dialect().skippedLines());
        }
        this.records = reader.iterator();
    }

    /** All records of a text whose skipped lines were taken already, empty lines among them. */
    static CsvRecords written(InputFile file, CsvLayout layout, Reader text, Written cells) {
        CsvRecords records = new CsvRecords(file, layout, text, cells);
        records.header = layout.repeatableHeader();
        return records;
    }

    /** The records below the header, if there is one. */
    static CsvRecords rows(InputFile file, CsvLayout layout) {
        CsvRecords records = new CsvRecords(
                file, layout, layout.dialect().prepared(layout.encoding().reader()), null);
        try {
            for (int i = 0; i < layout.headerRows(); i++) {
                records.next(records.block);
            }
            records.header = layout.repeatableHeader();
            return records;
        } catch (DataException e) {
            records.close();
            throw e;
        }
    }

    /**
     * Adds the next record to a block; false at the end of the file or of the rows above a {@link #footer}.
     *
     * @throws DataException if the file cannot be read, or the record has another number of cells than the first
     */
    boolean next(CellBlock to) {
        block = to;
        do {
            block.startRecord();
            if ((footer.isPresent() && footer.get().above() == read) || !hasRead()) {
                return false;
            }
            emptyLine = current.getRecordType() == RecordType.EMPTY
                    || (wide && current.getFieldCount() == 1 && !current.quoted && block.isEmpty());
            if (!emptyLine && !hasAllCells()) {
                return false;
            }
            repeatsHeader = width > 1 && header.size() == width && block.isRecord(header);
            repeatedHeaders += repeatsHeader ? 1 : 0;
        } while ((repeatsHeader || emptyLine) && written == null);
        block.endRecord(row(), current.characters);
        return true;
    }

    /** Reads a record; false at the end of the file. */
    private boolean hasRead() {
        try {
            return records.hasNext() && records.next() == current;
        } catch (CsvParseException e) {
            throw errors.notSeparated(e, row());
        } catch (UncheckedIOException e) {
            throw errors.unreadable(Objects.requireNonNull(e.getCause()));
        }
    }

    /** What is below the rows, once they were read. */
    Optional<Footer> footer() {
        return footer;
    }

    /** Whether the current record is the header once more; such records are only given as they are written. */
    boolean repeatsHeader() {
        return repeatsHeader;
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
        return emptyLine;
    }

    /** Whether the record is as wide as the table; the layout knows how a header that is not differs. */
    private boolean hasAllCells() {
        int found = current.getFieldCount();
        if (width < 0) {
            width = ++read == layout.headerRows() ? layout.names().size() : -1;
            return true;
        }
        if (found < width && written == null) {
            footer = Footer.below(file, layout, read);
        }
        if (found != width && footer.isEmpty()) {
            throw errors.width(row(), width, found);
        }
        read++;
        sparse = width < 3 || !block.isEmptyBehindFirst() ? 0 : sparse + 1;
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
        private boolean quoted;
        private long characters;

        @Override
        protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
            this.quoted = quoted;
            characters += length + 1;
            if (written != null && (width < 0 || index < width)) {
                written.cell(index, buffer, offset, length, quoted);
            }
            int from = offset;
            int to = offset + length;
            while (from < to && buffer[from] <= ' ') {
                from++;
            }
            while (to > from && buffer[to - 1] <= ' ') {
                to--;
            }
            block.add(buffer, from, to);
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
