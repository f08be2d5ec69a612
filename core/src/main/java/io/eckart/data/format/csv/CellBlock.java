package io.eckart.data.format.csv;

import java.util.Arrays;
import java.util.List;

/** The cells of some records, copied from the parser's buffer; one record more is being taken, which counts once it is ended. */
final class CellBlock {
    /** A block is full once it has so many characters. */
    private static final int FULL = 1 << 16;

    private char[] text = new char[1 << 12];
    /** Where the cells end; each begins where the one before ends. */
    private int[] ends = new int[1 << 8];

    private long[] lines = new long[64];
    private long[] characters = new long[64];
    private int records;
    private int width;
    /** The first cell of the record that is being taken. */
    private int start;

    private int cells;
    /** The characters of all cells. */
    private int length;

    void clear() {
        records = 0;
        start = 0;
        startRecord();
    }

    boolean isFull() {
        return length >= FULL || cells >= FULL;
    }

    /** The number of records that were ended. */
    int records() {
        return records;
    }

    /** Begins a record, in the place of one that was not ended. */
    void startRecord() {
        cells = start;
        length = end(start);
    }

    /** Takes the next cell of the record. */
    void add(char[] buffer, int from, int to) {
        int size = to - from;
        if (size > text.length - length) {
            text = Arrays.copyOf(text, Math.max(length + size, 2 * text.length));
        }
        if (cells == ends.length) {
            ends = Arrays.copyOf(ends, 2 * cells);
        }
        System.arraycopy(buffer, from, text, length, size);
        length += size;
        ends[cells++] = length;
    }

    /** Where the cell before this one ends. */
    private int end(int cell) {
        return cell == 0 ? 0 : ends[cell - 1];
    }

    /** Whether all cells of the record that is being taken but its first are empty. */
    boolean isEmptyBehindFirst() {
        return length == end(Math.min(start + 1, cells));
    }

    /** Whether the record that is being taken has no text. */
    boolean isEmpty() {
        return length == end(start);
    }

    /** Whether the record that is being taken is this one. */
    boolean isRecord(List<String> record) {
        boolean same = cells - start == record.size();
        for (int i = 0; same && i < record.size(); i++) {
            same = isCell(end(start + i), ends[start + i], record.get(i));
        }
        return same;
    }

    private boolean isCell(int from, int to, String cell) {
        boolean same = to - from == cell.length();
        for (int i = from; same && i < to; i++) {
            same = text[i] == cell.charAt(i - from);
        }
        return same;
    }

    /** Ends a record; all of a block have as many cells. */
    void endRecord(long line, long charactersRead) {
        if (records == lines.length) {
            lines = Arrays.copyOf(lines, 2 * records);
            characters = Arrays.copyOf(characters, 2 * records);
        }
        width = cells - start;
        lines[records] = line;
        characters[records++] = charactersRead;
        start = cells;
    }

    /** The characters of the file up to the end of a record, without what separates the cells but one for each. */
    long characters(int record) {
        return characters[record];
    }

    /** Passes the cells of a record on. */
    void pass(int record, CsvRows.Cells to) {
        int from = end(record * width);
        for (int i = 0; i < width; i++) {
            int end = ends[record * width + i];
            to.cell(lines[record], i, text, from, end);
            from = end;
        }
    }
}
