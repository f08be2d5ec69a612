package io.eckart.data.format;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;

/**
 * One pass over the records of a CSV file as they are written, quotes, blanks and line ends included. Cells are told apart as
 * {@link CsvRecords} does: a quote opens a quoted cell only as its first character, and inside it a quote is doubled.
 */
final class RawRecords implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private final InputFile file;
    private final Reader reader;
    private final char delimiter;
    private final StringBuilder text = new StringBuilder();
    private int[] ends = new int[16];
    private int cells;
    private int recordEnd;

    RawRecords(InputFile file, char delimiter) {
        this.file = file;
        this.delimiter = delimiter;
        try {
            this.reader = new BufferedReader(Utf8.reader(file), BUFFER);
        } catch (IOException e) {
            throw file.failure(e);
        }
    }

    /** Reads the next record, empty lines being records without cells; false at the end of the file. */
    boolean next() {
        text.setLength(0);
        cells = 0;
        try {
            return read();
        } catch (IOException e) {
            throw file.failure(e);
        }
    }

    private boolean read() throws IOException {
        int start = 0;
        boolean quoted = false;
        int c = reader.read();
        if (c < 0) {
            return false;
        }
        for (; c >= 0; c = reader.read()) {
            boolean first = text.length() == start;
            if (!quoted && (c == '\n' || c == '\r')) {
                break;
            }
            text.append((char) c);
            if (c == '"') {
                // A doubled quote closes and opens again.
                quoted = first || (quoted ? false : opensAgain(start));
            } else if (c == delimiter && !quoted) {
                end(text.length() - 1);
                start = text.length();
            }
        }
        if (cells > 0 || text.length() > 0) {
            end(text.length());
        }
        recordEnd = text.length();
        addLineEnd(c);
        return true;
    }

    private boolean opensAgain(int start) {
        int before = text.length() - 2;
        return text.charAt(start) == '"' && before > start && text.charAt(before) == '"';
    }

    private void addLineEnd(int c) throws IOException {
        if (c < 0) {
            return;
        }
        text.append((char) c);
        if (c == '\r') {
            reader.mark(1);
            if (reader.read() == '\n') {
                text.append('\n');
            } else {
                reader.reset();
            }
        }
    }

    private void end(int at) {
        if (cells == ends.length) {
            ends = java.util.Arrays.copyOf(ends, 2 * cells);
        }
        ends[cells++] = at;
    }

    /** Cells of the record; 0 for an empty line. */
    int cells() {
        return cells;
    }

    /** A cell as it is written. */
    CharSequence cell(int i) {
        return text.subSequence(i == 0 ? 0 : ends[i - 1] + 1, ends[i]);
    }

    /** What a cell says: without its quotes and the blanks around it. */
    String content(int i) {
        String cell = cell(i).toString();
        boolean quoted = cell.length() >= 2 && cell.startsWith("\"") && cell.endsWith("\"");
        String inside = quoted ? cell.substring(1, cell.length() - 1).replace("\"\"", "\"") : cell;
        int from = 0;
        int to = inside.length();
        while (from < to && inside.charAt(from) <= ' ') {
            from++;
        }
        while (to > from && inside.charAt(to - 1) <= ' ') {
            to--;
        }
        return inside.substring(from, to);
    }

    /** How the record ends: with one of the line ends, or with nothing at the end of the file. */
    CharSequence lineEnd() {
        return text.subSequence(recordEnd, text.length());
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw file.failure(e);
        }
    }
}
