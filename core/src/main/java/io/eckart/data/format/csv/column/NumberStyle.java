package io.eckart.data.format.csv.column;

import io.eckart.data.format.NumberText;

/**
 * Numbers with a decimal mark and, in front of it, groups of three digits; a currency sign, a percent sign (which does not change
 * the number), parentheses around a negative number and a Fortran exponent ({@code 1.5D+01}) may be there in any style.
 *
 * @param decimal the decimal mark
 * @param group the character between groups of digits; 0 for none
 * @param prefix what stands before the digits of all numbers, such as {@code $}
 * @param suffix what stands behind them, such as {@code %}
 */
public record NumberStyle(char decimal, char group, String prefix, String suffix) implements CellFormat {
    public static final NumberStyle POINT = new NumberStyle('.', '\0');
    public static final NumberStyle COMMA = new NumberStyle(',', '\0');
    public static final NumberStyle COMMA_GROUPS = new NumberStyle('.', ',');
    public static final NumberStyle POINT_GROUPS = new NumberStyle(',', '.');
    public static final NumberStyle BLANK_GROUPS = new NumberStyle('.', ' ');
    public static final NumberStyle BLANK_GROUPS_COMMA = new NumberStyle(',', ' ');
    public static final NumberStyle APOSTROPHE_GROUPS = new NumberStyle('.', '\'');

    private static final String CURRENCIES = "$\u20ac\u00a3\u00a5\u20b9\u20a9";
    private static final int LONGEST = 60;
    private static final int GROUP = 3;

    private NumberStyle(char decimal, char group) {
        this(decimal, group, "", "");
    }

    public NumberStyle with(String before, String behind) {
        return new NumberStyle(decimal, group, before, behind);
    }

    public boolean isPlain() {
        return decimal == '.' && group == '\0' && prefix.isEmpty() && suffix.isEmpty();
    }

    @Override
    public double parse(char[] buffer, int from, int to) {
        if (to - from > LONGEST) {
            return Double.NaN;
        }
        int end = end(buffer, from, to);
        boolean closed = end > from && buffer[end - 1] == ')';
        if (closed) {
            end = end(buffer, from, end - 1);
        }
        int start = from;
        boolean negative = false;
        boolean opened = false;
        for (boolean more = true; more && start < end; ) {
            char c = buffer[start];
            more = c == ' ' || isCurrency(c) || ((isSign(c) || (closed && c == '(')) && !isSigned(buffer, from, start));
            opened |= more && c == '(';
            negative |= more && (c == '-' || c == '\u2212' || c == '(');
            start += more ? 1 : 0;
        }
        if (closed != opened) {
            return Double.NaN;
        }
        double value = unsigned(buffer, start, end);
        return negative ? -value : value;
    }

    /** The end without the signs and blanks behind a number. */
    private static int end(char[] buffer, int from, int to) {
        int end = to;
        while (end > from && (buffer[end - 1] == '%' || isBlank(buffer[end - 1]) || isCurrency(buffer[end - 1]))) {
            end--;
        }
        return end;
    }

    private static boolean isSign(char c) {
        return c == '-' || c == '+' || c == '\u2212';
    }

    private static boolean isSigned(char[] buffer, int from, int to) {
        for (int i = from; i < to; i++) {
            if (isSign(buffer[i]) || buffer[i] == '(') {
                return true;
            }
        }
        return false;
    }

    public static boolean isCurrency(char c) {
        return CURRENCIES.indexOf(c) >= 0;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\u00a0' || c == '\u202f';
    }

    /** The same number with a point and without groups is parsed as any other. */
    private double unsigned(char[] buffer, int from, int to) {
        char[] plain = new char[to - from];
        int length = 0;
        int sinceGroup = -1;
        boolean fraction = false;
        for (int i = from; i < to; i++) {
            char c = buffer[i];
            if (isGroup(c) && !fraction) {
                if (sinceGroup < 0 ? i == from || i - from > GROUP || buffer[from] == '0' : sinceGroup != GROUP) {
                    return Double.NaN;
                }
                sinceGroup = 0;
                continue;
            }
            boolean ends = !isDigit(c);
            if (ends && !fraction && sinceGroup >= 0 && sinceGroup != GROUP) {
                return Double.NaN;
            }
            fraction |= ends;
            if (c == '.' && decimal != '.') {
                return Double.NaN;
            }
            sinceGroup += sinceGroup >= 0 && !fraction ? 1 : 0;
            plain[length++] = c == decimal ? '.' : c == 'D' || c == 'd' ? 'e' : c;
        }
        boolean badGroup = !fraction && sinceGroup >= 0 && sinceGroup != GROUP;
        boolean digits = length > 0 && (isDigit(plain[0]) || plain[0] == '.');
        double value = badGroup || !digits ? Double.NaN : NumberText.parse(plain, 0, length);
        return Double.isFinite(value) ? value : Double.NaN;
    }

    private boolean isGroup(char c) {
        return switch (group) {
            case '\0' -> false;
            case ' ' -> isBlank(c);
            case '\'' -> c == '\'' || c == '\u2019';
            default -> c == group;
        };
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** What stands before the digits of a number, without its sign. */
    public static String prefix(String text) {
        return text.replaceFirst("(?s)[0-9.,].*", "").replaceAll("[-+\u2212(]", "");
    }

    /** What stands behind the digits of a number. */
    public static String suffix(String text) {
        return text.replaceFirst("(?s).*[0-9.,]", "").replace(")", "");
    }

    @Override
    public String format(double value) {
        String digits = NumberText.shortest(Math.abs(value)).replace('.', decimal);
        return (value < 0 ? "-" : "") + prefix + digits + suffix;
    }

    @Override
    public String words() {
        String marks = (decimal == ',' ? "a decimal comma" : "")
                + (decimal == ',' && group != '\0' ? " and " : "")
                + switch (group) {
                    case '\0' -> "";
                    case ' ' -> "blanks between thousands";
                    default -> "'" + group + "' between thousands";
                };
        String signs = prefix.isBlank() && suffix.isBlank() ? "" : "'" + prefix.strip() + suffix.strip() + "'";
        String all = marks + (marks.isEmpty() || signs.isEmpty() ? "" : " and ") + signs;
        return all.isEmpty() ? "numbers" : "numbers with " + all;
    }
}
