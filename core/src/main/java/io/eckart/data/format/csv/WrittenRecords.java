package io.eckart.data.format.csv;

import io.eckart.data.Column;
import io.eckart.data.ColumnType;
import io.eckart.data.format.ColumnPlan;
import io.eckart.data.format.InputFile;
import io.eckart.data.format.MissingMarkers;
import io.eckart.data.format.NumberText;
import java.io.IOException;

/** One pass over the records of a CSV file as they are written, with their quotes, blanks and line ends, empty lines included. */
final class WrittenRecords implements AutoCloseable {
    private final LineReader lines;
    private final CsvRecords records;
    private final MissingMarkers missing;
    private final ColumnPlan plan;
    private final StringBuilder text = new StringBuilder();
    private final int[] ends;
    private final boolean[] absent;

    WrittenRecords(InputFile file, CsvLayout layout, MissingMarkers missing, ColumnPlan plan) {
        this.missing = missing;
        this.plan = plan;
        this.ends = new int[layout.names().size()];
        this.absent = new boolean[ends.length];
        try {
            this.lines = new LineReader(Utf8.reader(file));
        } catch (IOException e) {
            throw file.failure(e);
        }
        this.records = new CsvRecords(file, layout.delimiter(), lines, false);
    }

    /** Reads the next record; false at the end of the file. */
    boolean next() {
        text.setLength(0);
        return records.next(this::take);
    }

    private void take(long row, int column, char[] buffer, int from, int to) {
        records.appendWritten(text);
        ends[column] = text.length();
        Column known = plan.column(column);
        absent[column] = (known != null && known.type() == ColumnType.NUMBER)
                ? missing.isMissing(NumberText.parse(buffer, from, to), buffer, from, to)
                : missing.matches(buffer, from, to);
    }

    boolean isEmptyLine() {
        return records.isEmptyLine();
    }

    /** A cell as it is written. */
    CharSequence cell(int column) {
        return text.subSequence(column == 0 ? 0 : ends[column - 1], ends[column]);
    }

    boolean isMissing(int column) {
        return absent[column];
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
