package io.eckart.data.format;

import ch.randelshofer.fastdoubleparser.JavaDoubleParser;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/**
 * Parses numbers in files, in the same way in every locale: {@code [+-]digits[.digits][e[+-]digits]}, where digits may be
 * missing on one side of the point. Java's suffixes, hexadecimal floats and digit groups are not numbers here.
 */
public final class NumberText {
    private static final Set<String> INFINITE = Set.of("inf", "infinity");
    /** Texts of at most this number of characters have a mantissa below 2^53. */
    private static final int SHORT = 15;

    private static final double[] POWERS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
    };

    private static final double[] NEGATIVE_POWERS =
            Arrays.stream(POWERS).map(power -> -power).toArray();

    /** Whole numbers below these are exact in float32 and in float64. */
    private static final float WHOLE_FLOAT = 1L << 24;

    private static final double WHOLE_DOUBLE = 1L << 53;

    private NumberText() {}

    /**
     * The number from {@code from} (included) to {@code to} (excluded), correctly rounded; NaN if it is not a number, infinite
     * if it is a word for infinity or beyond the range of float64.
     *
     * <p>A short number is the quotient of two exact numbers, which is correctly rounded (Clinger 1990, How to read floating
     * point numbers accurately); other numbers are parsed by the general parser, after a check of their characters.
     */
    public static double parse(char[] buffer, int from, int to) {
        if (from == to) {
            return Double.NaN;
        }
        int start = from + (isSign(buffer[from]) ? 1 : 0);
        return to - start <= SHORT ? shortNumber(buffer, from, start, to) : longNumber(buffer, from, start, to);
    }

    private static double shortNumber(char[] buffer, int from, int start, int to) {
        long mantissa = 0;
        int i = start;
        for (; i < to && isDigit(buffer[i]); i++) {
            mantissa = mantissa * 10 + (buffer[i] - '0');
        }
        int digits = i - start;
        int places = 0;
        if (i < to && buffer[i] == '.') {
            int point = ++i;
            for (; i + 3 <= to && areDigits(buffer[i], buffer[i + 1], buffer[i + 2]); i += 3) {
                mantissa = mantissa * 1000 + (buffer[i] * 100 + buffer[i + 1] * 10 + buffer[i + 2] - '0' * 111);
            }
            for (; i < to && isDigit(buffer[i]); i++) {
                mantissa = mantissa * 10 + (buffer[i] - '0');
            }
            places = i - point;
        }
        double[] powers = buffer[from] == '-' ? NEGATIVE_POWERS : POWERS;
        if (digits + places == 0) {
            return word(buffer, start, to, buffer[from] == '-');
        }
        return i < to ? withExponent(buffer, from, i, to) : mantissa / powers[places];
    }

    /** Signs are as good as random, so no branch should depend on one alone. */
    @SuppressWarnings("ShortCircuitBoolean")
    private static boolean isSign(char c) {
        return c == '-' | c == '+';
    }

    private static boolean areDigits(char a, char b, char c) {
        return isDigit(a) && isDigit(b) && isDigit(c);
    }

    /** Only checks the digits: the general parser computes the value, eight digits at a time. */
    private static double longNumber(char[] buffer, int from, int start, int to) {
        int i = digitsEnd(buffer, start, to);
        int digits = i - start;
        if (i < to && buffer[i] == '.') {
            int point = i + 1;
            i = digitsEnd(buffer, point, to);
            digits += i - point;
        }
        return digits == 0 ? Double.NaN : withExponent(buffer, from, i, to);
    }

    private static int digitsEnd(char[] buffer, int from, int to) {
        int i = from;
        while (i + 3 <= to && areDigits(buffer[i], buffer[i + 1], buffer[i + 2])) {
            i += 3;
        }
        while (i < to && isDigit(buffer[i])) {
            i++;
        }
        return i;
    }

    private static double withExponent(char[] buffer, int from, int end, int to) {
        return end == to || isExponent(buffer, end, to)
                ? JavaDoubleParser.parseDouble(buffer, from, to - from)
                : Double.NaN;
    }

    public static boolean isNumber(String text) {
        return !Double.isNaN(parse(text));
    }

    /** The same for a whole text. */
    public static double parse(String text) {
        return parse(text.toCharArray(), 0, text.length());
    }

    private static double word(char[] buffer, int from, int to, boolean negative) {
        boolean infinite = to - from <= 8
                && to > from
                && (buffer[from] == 'i' || buffer[from] == 'I')
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
        int end = digitsEnd(buffer, i, to);
        return end == to && end > i;
    }

    private static boolean isDigit(char c) {
        return Integer.compareUnsigned(c - '0', 10) < 0;
    }

    /** The shortest text that reads back the same float32. */
    public static String shortest(float value) {
        boolean whole = value == (int) value && Math.abs(value) < WHOLE_FLOAT && !isNegativeZero(value);
        return whole ? Integer.toString((int) value) : Float.toString(value);
    }

    /** The shortest text that reads back the same float64. */
    public static String shortest(double value) {
        boolean whole = value == (long) value && Math.abs(value) < WHOLE_DOUBLE && !isNegativeZero(value);
        return whole ? Long.toString((long) value) : Double.toString(value);
    }

    private static boolean isNegativeZero(double value) {
        return value == 0 && 1 / value < 0;
    }
}
