package io.eckart.data.format;

import ch.randelshofer.fastdoubleparser.JavaDoubleParser;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Reads blocks of plain rows from their bytes: ASCII without quotes, every row with the same number of cells. It gives up where a
 * block holds anything else, which is then left to {@link CsvRecords}; so the only errors are those of the rows it hands on.
 *
 * <p>Up to 8 digits are recognised and added up at once, as the bytes of one word (Lemire 2021, Number parsing at a gigabyte per
 * second).
 */
final class CsvScanner {
    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int WORD = 8;
    private static final int EXACT_DIGITS = 18;
    private static final long[] POWERS = {1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000};

    private final byte delimiter;
    private final boolean possible;
    private final MissingMarkers missing;
    private final double[] values;
    private final int[] starts;
    private final int[] ends;
    private char[] text = new char[64];
    private byte[] buffer = {};
    private int at;
    private int others;
    private double number;
    private long lines;

    CsvScanner(char delimiter, int width, MissingMarkers missing) {
        this.delimiter = (byte) delimiter;
        this.possible = delimiter < 128 && "+-.0123456789\"".indexOf(delimiter) < 0;
        this.missing = missing;
        this.values = new double[width];
        this.starts = new int[width];
        this.ends = new int[width];
    }

    /** Line ends in the last block. */
    long lines() {
        return lines;
    }

    /**
     * Hands the rows of a block on, lines counted from 1; false if it is no plain block, whatever was handed on until then.
     * Behind the block there must be a line feed, if it does not end with one, and some bytes more.
     */
    boolean scan(byte[] bytes, int from, int to, CsvRows rows) {
        lines = 0;
        buffer = bytes;
        at = from;
        if (!possible || (bytes[to - 1] != '\n' && bytes[to] != '\n')) {
            return false;
        }
        while (at < to) {
            if (!emptyLine()) {
                if (!row(rows.textual())) {
                    return false;
                }
                give(rows);
            }
            lines++;
        }
        return true;
    }

    private boolean emptyLine() {
        int length = lineEnd(at);
        at += length;
        return length > 0;
    }

    /** Bytes of the line end that stands there, 0 if there is none. */
    private int lineEnd(int i) {
        if (buffer[i] == '\n') {
            return 1;
        }
        return buffer[i] == '\r' && buffer[i + 1] == '\n' ? 2 : 0;
    }

    /** Reads one row; false if it is not plain. */
    private boolean row(boolean[] textual) {
        others = 0;
        int last = values.length - 1;
        for (int j = 0; j < last; j++) {
            if (!cell(j, textual[j]) || buffer[at] != delimiter) {
                return false;
            }
            at++;
        }
        if (!cell(last, textual[last])) {
            return false;
        }
        int length = lineEnd(at);
        at += length;
        return length > 0;
    }

    /** Reads one cell and stands behind it then; false if it is not plain. */
    private boolean cell(int column, boolean textual) {
        int from = at;
        if (plainNumber(from) && !textual && !missing.matches(number)) {
            values[column] = number;
            return true;
        }
        return otherCell(column, from);
    }

    /** Whether a finite number stands there, without exponent and blanks, and then the end of the cell. */
    private boolean plainNumber(int from) {
        byte first = buffer[from];
        int i = first == '-' || first == '+' ? from + 1 : from;
        int start = i;
        long word = word(i);
        int digits = digits(word);
        long mantissa = sum(word, digits);
        i += digits;
        int places = 0;
        if (digits == WORD) {
            return longNumber(from, start);
        }
        if (buffer[i] == '.') {
            word = word(i + 1);
            places = digits(word);
            if (places == WORD) {
                return longNumber(from, start);
            }
            mantissa = mantissa * POWERS[places] + sum(word, places);
            i += 1 + places;
        }
        double value = mantissa / NumberText.POWERS[places];
        number = first == '-' ? -value : value;
        at = i;
        return digits + places > 0 && isEnd(i);
    }

    private boolean isEnd(int i) {
        return buffer[i] == delimiter || buffer[i] == '\n' || (buffer[i] == '\r' && buffer[i + 1] == '\n');
    }

    /** The same for numbers of any length. */
    private boolean longNumber(int from, int start) {
        int i = start;
        long mantissa = 0;
        for (; isDigit(buffer[i]); i++) {
            mantissa = 10 * mantissa + (buffer[i] - '0');
        }
        int digits = i - start;
        int places = 0;
        if (buffer[i] == '.') {
            int point = ++i;
            for (int n = WORD; n == WORD; i += n) {
                long word = word(i);
                n = digits(word);
                mantissa = mantissa * POWERS[n] + (n == WORD ? sumOfEight(word) : sum(word, n));
            }
            places = i - point;
        }
        at = i;
        if (!isEnd(i)) {
            return false;
        }
        boolean exact = digits + places <= EXACT_DIGITS
                && mantissa <= NumberText.EXACT_INTEGER
                && places <= NumberText.EXACT_POWER;
        double value = exact ? mantissa / NumberText.POWERS[places] : rounded(start, i);
        number = buffer[from] == '-' ? -value : value;
        return Double.isFinite(value);
    }

    private double rounded(int from, int to) {
        return JavaDoubleParser.parseDouble(buffer, from, to - from);
    }

    private long word(int i) {
        return (long) WORDS.get(buffer, i);
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }

    /** How many bytes of a word are digits before the first that is none; the first byte is the lowest. */
    private static int digits(long word) {
        long value = word ^ 0x3030303030303030L;
        long others = ((value + 0x7676767676767676L) | value) & 0x8080808080808080L;
        return Long.numberOfTrailingZeros(others) >>> 3;
    }

    /** The number that the first {@code digits} bytes of a word stand for, fewer than 8. */
    private static long sum(long word, int digits) {
        return sumOfEight((word ^ 0x3030303030303030L) << 8 << (56 - 8 * digits));
    }

    /** The number that eight digits stand for, given as values or as characters. */
    private static long sumOfEight(long word) {
        long pairs = word & 0x0f0f0f0f0f0f0f0fL;
        pairs = (pairs * 10 + (pairs >>> 8)) & 0x00ff00ff00ff00ffL;
        long fours = (pairs * 100 + (pairs >>> 16)) & 0x0000ffff0000ffffL;
        return (fours * 10_000 + (fours >>> 32)) & 0xffffffffL;
    }

    /** A cell that is given as text, or as a number if it has blanks around it or an exponent. */
    private boolean otherCell(int column, int from) {
        int i = from;
        while (buffer[i] != delimiter && buffer[i] != '\n') {
            byte b = buffer[i];
            if (b < 0 || b == '"' || (b == '\r' && buffer[i + 1] != '\n')) {
                return false;
            }
            i++;
        }
        at = i > from && buffer[i] == '\n' && buffer[i - 1] == '\r' ? i - 1 : i;
        values[column] = Double.NaN;
        starts[column] = from;
        ends[column] = at;
        others++;
        return true;
    }

    private void give(CsvRows rows) {
        rows.numbers(values);
        for (int j = 0; others > 0; j++) {
            if (Double.isNaN(values[j])) {
                others--;
                giveText(j, rows);
            }
        }
        rows.endRow();
    }

    private void giveText(int column, CsvRows rows) {
        int from = starts[column];
        int to = ends[column];
        while (from < to && buffer[from] <= ' ') {
            from++;
        }
        while (to > from && buffer[to - 1] <= ' ') {
            to--;
        }
        if (text.length < to - from) {
            text = new char[2 * (to - from)];
        }
        for (int i = 0; i < to - from; i++) {
            text[i] = (char) buffer[from + i];
        }
        rows.cell(lines + 1, column, text, 0, to - from);
    }
}
