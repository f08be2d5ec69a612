package io.eckart.data.format.csv.column;

import io.eckart.data.format.NumberText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Counts in which formats the cells of a column could be read that are not plain numbers, and chooses the one that reads most. After
 * the first 1000 of them only formats that some had are tried.
 */
public final class CellFormats {
    private static final List<NumberStyle> STYLES = List.of(
            NumberStyle.POINT,
            NumberStyle.COMMA_GROUPS,
            NumberStyle.COMMA,
            NumberStyle.POINT_GROUPS,
            NumberStyle.BLANK_GROUPS,
            NumberStyle.BLANK_GROUPS_COMMA,
            NumberStyle.APOSTROPHE_GROUPS);
    private static final List<DateStyle.Order> ORDERS = List.of(DateStyle.Order.values());
    private static final int TRIES = 1000;
    private static final double MOSTLY = 0.9;

    private final long[] styles = new long[STYLES.size()];
    private final long[] dates = new long[ORDERS.size()];
    private final @Nullable String[] examples = new String[ORDERS.size()];
    private long tried;
    private long found;
    private long marked;
    private boolean mixedMarks;
    private String prefix = "";
    private String suffix = "";

    /** Whether a text is a number or a date in any format. */
    public static boolean isNumber(String text) {
        if (NumberText.isNumber(text)) {
            return true;
        }
        char[] cell = text.toCharArray();
        return STYLES.stream().anyMatch(style -> !Double.isNaN(style.parse(cell, 0, cell.length))) || isDate(text);
    }

    /** Whether a text is a date or a time in any format. */
    public static boolean isDate(String text) {
        return ORDERS.stream().anyMatch(order -> !Double.isNaN(DateStyle.parse(order, text)));
    }

    /** Takes a cell that is not a plain number; false if it is not a number in any format. */
    public boolean add(char[] buffer, int from, int to) {
        if ((found == 0 && tried >= TRIES) || !hasDigit(buffer, from, to)) {
            tried++;
            return false;
        }
        tried++;
        boolean early = tried <= TRIES;
        boolean any = false;
        for (int i = 0; i < styles.length; i++) {
            if ((early || styles[i] > 0) && !Double.isNaN(STYLES.get(i).parse(buffer, from, to))) {
                styles[i]++;
                any = true;
            }
        }
        if (!any) {
            any = addDate(buffer, from, to, early);
        } else if (early) {
            addMarks(new String(buffer, from, to - from));
        }
        found += any ? 1 : 0;
        return any;
    }

    private void addMarks(String text) {
        String before = NumberStyle.prefix(text);
        String behind = NumberStyle.suffix(text);
        mixedMarks |= marked > 0 && (!before.equals(prefix) || !behind.equals(suffix));
        prefix = before;
        suffix = behind;
        marked += before.isEmpty() && behind.isEmpty() ? 0 : 1;
    }

    private boolean addDate(char[] buffer, int from, int to, boolean early) {
        boolean any = false;
        for (int i = 0; i < dates.length; i++) {
            if ((early || dates[i] > 0) && !Double.isNaN(DateStyle.parse(ORDERS.get(i), buffer, from, to))) {
                dates[i]++;
                any = true;
                if (early) {
                    String text = new String(buffer, from, to - from);
                    examples[i] = examples[i] == null || showsMore(text, examples[i]) ? text : examples[i];
                }
            }
        }
        return any;
    }

    /** Whether a date tells more about how days and months are written: 1/5/2020 more than 11/15/2020, Jun more than May. */
    private static boolean showsMore(String text, String example) {
        return digits(text) < digits(example) || (example.contains("May") && !text.contains("May"));
    }

    private static long digits(String date) {
        return date.chars().takeWhile(c -> c != ':').filter(Character::isDigit).count();
    }

    private static boolean hasDigit(char[] buffer, int from, int to) {
        for (int i = from; i < to; i++) {
            if (buffer[i] >= '0' && buffer[i] <= '9') {
                return true;
            }
        }
        return false;
    }

    /** Whether cells can be read with a decimal comma, but not with a comma between thousands. */
    public boolean showCommaDecimals() {
        return count(NumberStyle.COMMA) > count(NumberStyle.COMMA_GROUPS)
                || count(NumberStyle.POINT_GROUPS) > count(NumberStyle.COMMA);
    }

    /** Whether cells can be read with a comma between thousands, but not with a decimal comma. */
    public boolean showCommaGroups() {
        return count(NumberStyle.COMMA_GROUPS) > count(NumberStyle.COMMA);
    }

    /** Whether a comma may be a decimal mark or stand between thousands. */
    public boolean areAmbiguous() {
        return count(NumberStyle.COMMA) > count(NumberStyle.POINT)
                && count(NumberStyle.COMMA) == count(NumberStyle.COMMA_GROUPS)
                && count(NumberStyle.COMMA) >= count(NumberStyle.POINT_GROUPS)
                && count(NumberStyle.COMMA) >= count(NumberStyle.BLANK_GROUPS_COMMA);
    }

    private long count(NumberStyle style) {
        return styles[STYLES.indexOf(style)];
    }

    /**
     * The style in which most cells are numbers.
     *
     * @param plain the cells of the column that are plain numbers
     * @param decimal the decimal mark if it is known; 0 if not
     */
    public NumberStyle best(PlainNumbers plain, char decimal) {
        NumberStyle best = decimal == ',' ? NumberStyle.COMMA : NumberStyle.POINT;
        for (NumberStyle style : STYLES) {
            boolean possible = decimal == '\0' || style.decimal() == decimal;
            if (possible && numbers(style, plain) > numbers(best, plain)) {
                best = style;
            }
        }
        return mixedMarks || marked == 0 ? best : best.with(prefix, suffix);
    }

    /** How many cells are numbers in a style. */
    public long numbers(NumberStyle style, PlainNumbers plain) {
        NumberStyle bare = style.with("", "");
        boolean points = bare.decimal() == '.' || (bare.equals(NumberStyle.POINT_GROUPS) && plain.grouped);
        return count(bare) + plain.whole + (points ? plain.fractions : 0);
    }

    /**
     * The plain numbers of a column.
     *
     * @param whole how many have no fraction, and so are numbers in every style
     * @param fractions how many have a point that matters
     * @param grouped whether all these points may stand between thousands
     */
    public record PlainNumbers(long whole, long fractions, boolean grouped) {}

    /** The date format in which nearly all cells of a column are dates; null if there is none or several. */
    @Nullable
    public DateStyle dates(long cells) {
        int best = 0;
        boolean only = true;
        for (int i = 1; i < dates.length; i++) {
            only = dates[i] == dates[best] ? false : dates[i] > dates[best] || only;
            best = dates[i] > dates[best] ? i : best;
        }
        // A time such as 25:30 that is none shows that the others are durations.
        boolean whole = ORDERS.get(best) == DateStyle.Order.TIME_ONLY;
        boolean enough = whole ? dates[best] == cells : dates[best] >= MOSTLY * cells;
        return !only || !enough || examples[best] == null ? null : DateStyle.like(ORDERS.get(best), examples[best]);
    }

    /** How many cells are dates in a format. */
    public long numbers(DateStyle style) {
        return dates[ORDERS.indexOf(style.order())];
    }

    /** Whether nearly all cells of a column are dates whose day and month cannot be told apart. */
    public boolean areAmbiguousDates(long cells) {
        long days = dates[ORDERS.indexOf(DateStyle.Order.DAY_FIRST)];
        return days > 0 && days >= MOSTLY * cells && days == dates[ORDERS.indexOf(DateStyle.Order.MONTH_FIRST)];
    }
}
