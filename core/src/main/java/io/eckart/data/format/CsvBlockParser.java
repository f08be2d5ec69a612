package io.eckart.data.format;

import io.eckart.data.DataException;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.Reader;
import java.io.SequenceInputStream;

/** Parses blocks, one after the other: by the scanner where they are plain, by the general parser where not. */
final class CsvBlockParser<R extends CsvRows> {
    private final InputFile file;
    private final CsvLayout layout;
    private final CsvScanner scanner;
    private final R rows;
    private byte[] buffer = {};
    private int from;
    private int to;
    private long lines;
    private boolean failed;

    CsvBlockParser(InputFile file, CsvLayout layout, CsvScanner scanner, R rows) {
        this.file = file;
        this.layout = layout;
        this.scanner = scanner;
        this.rows = rows;
    }

    R rows() {
        return rows;
    }

    /** Line ends in the block. */
    long lines() {
        return lines;
    }

    /** The length of the block. */
    int bytes() {
        return to - from;
    }

    /** Whether something in the block cannot be read; {@link #failure} says what. */
    boolean hasFailed() {
        return failed;
    }

    /**
     * Parses a block.
     *
     */
    boolean parse(CsvBlocks blocks, int block) {
        buffer = blocks.buffer();
        from = blocks.from(block);
        to = blocks.to(block);
        failed = false;
        try {
            return parse(blocks.isQuoted());
        } catch (DataException e) {
            failed = true;
            return true;
        }
    }

    private boolean parse(boolean cutAtQuotes) {
        rows.clear();
        if (scanner.scan(buffer, from, to, rows)) {
            lines = scanner.lines();
            return true;
        }
        if (!cutAtQuotes && hasQuote()) {
            return false;
        }
        lines = read(Utf8.reader(text()));
        return true;
    }

    private boolean hasQuote() {
        for (int i = from; i < to; i++) {
            if (buffer[i] == '"') {
                return true;
            }
        }
        return false;
    }

    /**
     * What is wrong with a block that has failed, with the row in the file; {@link #rows} are those before it then.
     *
     * @param linesBefore how many lines stand before the block
     */
    DataException failure(long linesBefore) {
        try (Reader text = Utf8.reader(new SequenceInputStream(new EmptyLines(linesBefore), text()))) {
            read(text);
        } catch (DataException e) {
            return e;
        } catch (java.io.IOException e) {
            return file.failure(e);
        }
        throw new IllegalStateException("a block that failed was read the second time");
    }

    private InputStream text() {
        return new ByteArrayInputStream(buffer, from, to - from);
    }

    private long read(Reader text) {
        rows.clear();
        try (CsvRecords records =
                new CsvRecords(file, layout.delimiter(), text, layout.names().size())) {
            while (records.next(rows)) {
                rows.endRow();
            }
            return records.row() - 1;
        }
    }

    /** So many line ends, which the parser counts and skips. */
    private static final class EmptyLines extends InputStream {
        private long left;

        EmptyLines(long count) {
            this.left = count;
        }

        @Override
        public int read() {
            return left-- > 0 ? '\n' : -1;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            int count = (int) Math.min(left, length);
            java.util.Arrays.fill(target, offset, offset + count, (byte) '\n');
            left -= count;
            return count == 0 ? -1 : count;
        }
    }
}
