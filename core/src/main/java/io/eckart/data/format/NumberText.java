package io.eckart.data.format;

import ch.randelshofer.fastdoubleparser.JavaDoubleParser;
import java.util.Locale;
import java.util.Set;

/**
 * Numbers as they are written in files, the same in every locale: {@code [+-]digits[.digits][e[+-]digits]}, where digits
 * may be missing on one side of the point. Java's suffixes, hexadecimal floats and digit groups are not numbers here.
 */
public final class NumberText {
    private static final Set<String> INFINITE = Set.of("inf", "infinity");
    private static final int EXACT_POWER = 22;
    private static final long EXACT_INTEGER = 1L << 53;
    private static final int EXACT_DIGITS = 18;
    private static final double[] POWERS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };

    private NumberText() {}

    /**
     * The number that stands from {@code from} (included) to {@code to} (excluded), correctly rounded; NaN if it is not a
     * number, infinite if it is a word for infinity or beyond the range of float64.
     *
     * <p>Up to 2^53 and 22 places one division of two exact numbers rounds correctly (Clinger 1990, How to read
     * floating point numbers accurately); everything else goes to the general parser.
     */
    public static double parse(char[] buffer, int from, int to) {
        boolean negative = from < to && buffer[from] == '-';
        int i = from < to && (negative || buffer[from] == '+') ? from + 1 : from;
        int start = i;
        long mantissa = 0;
        for (; i < to && isDigit(buffer[i]); i++) {
            mantissa = mantissa * 10 + (buffer[i] - '0');
        }
        int digits = i - start;
        int places = 0;
        if (i < to && buffer[i] == '.') {
            int point = ++i;
            for (; i < to && isDigit(buffer[i]); i++) {
                mantissa = mantissa * 10 + (buffer[i] - '0');
            }
            places = i - point;
            digits += places;
        }
        if (digits == 0) {
            return word(buffer, start, to, negative);
        }
        if (i < to || digits > EXACT_DIGITS || mantissa > EXACT_INTEGER || places > EXACT_POWER) {
            return i == to || isExponent(buffer, i, to)
                    ? JavaDoubleParser.parseDouble(buffer, from, to - from)
                    : Double.NaN;
        }
        double value = mantissa / POWERS[places];
        return negative ? -value : value;
    }

    public static boolean isNumber(String text) {
        return !Double.isNaN(parse(text));
    }

    /** The same for a whole text. */
    public static double parse(String text) {
        return parse(text.toCharArray(), 0, text.length());
    }

    /** Whether the text would be a number if commas were points or were left out. */
    public static boolean hasDecimalComma(String text) {
        int commas = 0;
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            commas += c == ',' ? 1 : 0;
            digits += isDigit(c) ? 1 : 0;
            boolean sign = i == 0 && (c == '-' || c == '+');
            if (!sign && c != ',' && c != '.' && !isDigit(c)) {
                return false;
            }
        }
        return commas > 0 && digits > 0;
    }

    /** What to say of a text that is no number because of its comma; nothing for other texts. */
    public static String commaHint(String text) {
        return hasDecimalComma(text)
                ? " (numbers are read with a decimal point, never with a comma, in every locale)"
                : "";
    }

    private static double word(char[] buffer, int from, int to, boolean negative) {
        boolean infinite = to - from <= 8
                && to > from
                && INFINITE.contains(new String(buffer, from, to - from).toLowerCase(Locale.ROOT));
        if (!infinite) {
            return Double.NaN;
        }
        return negative ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }

    private static boolean isExponent(char[] buffer, int from, int to) {
        if (buffer[from] != 'e' && buffer[from] != 'E') {
            return false;
        }
        int i = from + 1;
        if (i < to && (buffer[i] == '-' || buffer[i] == '+')) {
            i++;
        }
        int start = i;
        while (i < to && isDigit(buffer[i])) {
            i++;
        }
        return i == to && i > start;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
