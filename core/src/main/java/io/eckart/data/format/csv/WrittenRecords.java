package io.eckart.data.format.csv;

import io.eckart.data.format.InputFile;
import java.io.IOException;

/** One pass over the records of a CSV file as they are written, with their quotes, blanks and line ends, empty lines included. */
final class WrittenRecords implements AutoCloseable {
    private final LineReader lines;
    private final CsvRecords records;
    private final CsvColumns columns;
    private final StringBuilder text = new StringBuilder();
    private final int[] ends;
    private final boolean[] absent;
    private final boolean[] odd;

    private final String skipped;

    WrittenRecords(InputFile file, CsvLayout layout, CsvColumns columns) {
        this.columns = columns;
        this.ends = new int[layout.names().size()];
        this.absent = new boolean[ends.length];
        this.odd = new boolean[ends.length];
        this.lines = new LineReader(layout.encoding().reader());
        this.skipped = skip(file, layout.dialect().skippedLines());
        this.records = CsvRecords.written(
                        file,
                        layout.encoding(),
                        layout.dialect(),
                        layout.dialect().prepared(lines))
                .withoutRepeated(layout.repeatableHeader());
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
        return records.next(this::take);
    }

    private void take(long row, int column, char[] buffer, int from, int to) {
        records.appendWritten(text);
        ends[column] = text.length();
        absent[column] = columns.isMissing(column, buffer, from, to);
        odd[column] = !absent[column] && columns.isOdd(column, buffer, from, to);
    }

    boolean isEmptyLine() {
        return records.isEmptyLine();
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
