package io.eckart.data.format.csv;

import io.eckart.data.format.InputFile;
import java.io.IOException;

/** One pass over the records of a CSV file as they are written, with their quotes, blanks and line ends, empty lines included. */
final class WrittenRecords implements AutoCloseable {
    private final LineReader lines;
    private final CsvRecords records;
    private final CsvColumns columns;
    private final CellBlock block = new CellBlock();
    private final StringBuilder text = new StringBuilder();
    private final int[] ends;
    private final boolean[] absent;
    private final boolean[] odd;

    private final String skipped;
    private int cells;

    WrittenRecords(InputFile file, CsvLayout layout, CsvColumns columns) {
        this.columns = columns;
        this.ends = new int[layout.names().size() + 1];
        this.absent = new boolean[ends.length];
        this.odd = new boolean[ends.length];
        this.lines = new LineReader(layout.encoding().reader());
        this.skipped = skip(file, layout.dialect().skippedLines());
        this.records = CsvRecords.written(file, layout, layout.dialect().prepared(lines), this::take);
    }

    private String skip(InputFile file, int count) {
        StringBuilder read = new StringBuilder();
        char[] buffer = new char[1 << 10];
        try {
            for (int i = 0; i < count; i++) {
                do {
                    int length = lines.read(buffer, 0, buffer.length);
                    read.append(buffer, 0, Math.max(0, length));
                } while (lines.lineEnd().isEmpty());
            }
        } catch (IOException e) {
            throw file.failure(e);
        }
        return read.toString();
    }

    /** The lines before the first record. */
    String skippedLines() {
        return skipped;
    }

    /** Reads the next record; false at the end of the file. */
    boolean next() {
        text.setLength(0);
        block.clear();
        if (!records.next(block)) {
            return false;
        }
        block.pass(0, this::check);
        return true;
    }

    private void take(int column, char[] buffer, int offset, int length, boolean quoted) {
        String cell = new String(buffer, offset, length);
        text.append(quoted ? '"' + cell.replace("\"", "\"\"") + '"' : cell);
        cells = column + 1;
        ends[column] = text.length();
    }

    private void check(long row, int column, char[] buffer, int from, int to) {
        boolean known = column < columns.plan().fileColumns();
        absent[column] = known && columns.isMissing(column, buffer, from, to);
        odd[column] = known && !absent[column] && columns.isOdd(column, buffer, from, to);
    }

    boolean isEmptyLine() {
        return records.isEmptyLine();
    }

    /** The number of cells of the record: a header may have another than the rows. */
    int cells() {
        return cells;
    }

    /** The record where it is a line of blanks. */
    CharSequence blanks() {
        return text;
    }

    /** What is below the rows. */
    String rest() throws IOException {
        StringBuilder rest = new StringBuilder();
        char[] buffer = new char[1 << 10];
        for (int length = 0; length >= 0; length = lines.read(buffer, 0, buffer.length)) {
            rest.append(buffer, 0, length);
        }
        return rest.toString();
    }

    /** A cell as it is written. */
    CharSequence cell(int column) {
        return text.subSequence(column == 0 ? 0 : ends[column - 1], ends[column]);
    }

    boolean repeatsHeader() {
        return records.repeatsHeader();
    }

    boolean isMissing(int column) {
        return absent[column];
    }

    /** Whether a cell of a column of numbers holds a text that was not declared missing. */
    boolean isOdd(int column) {
        return odd[column];
    }

    /** How the record ends: with one of the line ends, or with nothing at the end of the file. */
    String lineEnd() {
        return lines.lineEnd();
    }

    @Override
    public void close() {
        records.close();
    }
}
