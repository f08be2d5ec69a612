package io.eckart.data.format.csv.column;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Dates and times as numbers: days since 1970-01-01, or the part of a day that a time without a date is.
 *
 * @param order the order of day, month and year
 * @param pattern how dates are written, as a pattern of {@link DateTimeFormatter}
 */
public record DateStyle(Order order, String pattern) implements CellFormat {
    private static final double SECONDS = 86_400;
    private static final String TIME = "(\\d{1,2}):(\\d{2})(?::(\\d{2})(\\.\\d{1,9})?)?(?: ?([AaPp][Mm]))?";
    private static final String BEHIND_DATE = "(?:(?:T| +)" + TIME + " ?(Z|UTC|GMT|[+-]\\d{2}(?::?\\d{2})?)?)?";
    /** A month in letters; a year of two digits is one from 1969 to 2068, as in POSIX. */
    private static final String MONTH = "([A-Za-z]{3,9})";

    private static final int CENTURY = 69;
    private static final int LONGEST = 40;
    private static final List<String> MONTHS = List.of(
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december");

    /** The order of the parts of a date. */
    public enum Order {
        YEAR_FIRST("(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})" + BEHIND_DATE, 1, 3, 4),
        DAY_FIRST("(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4}|(?<=/)\\d{2})" + BEHIND_DATE, 4, 3, 1),
        MONTH_FIRST("(\\d{1,2})([-/])(\\d{1,2})\\2(\\d{4}|(?<=/)\\d{2})" + BEHIND_DATE, 4, 1, 3),
        MONTH_IN_LETTERS("(\\d{1,2})([- /]?)" + MONTH + "\\2(\\d{4}|\\d{2})" + BEHIND_DATE, 4, 3, 1),
        LETTERS_FIRST(MONTH + "( )(\\d{1,2}),? (\\d{4})" + BEHIND_DATE, 4, 1, 3),
        TIME_ONLY("()()()()" + TIME + "()", 0, 0, 0);

        private final Pattern shape;
        private final int year;
        private final int month;
        private final int day;

        Order(String shape, int year, int month, int day) {
            this.shape = Pattern.compile(shape);
            this.year = year;
            this.month = month;
            this.day = day;
        }
    }

    /** The style of dates like an example. */
    public static DateStyle like(Order order, String example) {
        Matcher m = order.shape.matcher(example);
        if (!m.matches()) {
            throw new IllegalArgumentException("'" + example + "' is not a date in the order " + order);
        }
        StringBuilder pattern = new StringBuilder();
        String separator = m.group(2);
        switch (order) {
            case YEAR_FIRST ->
                pattern.append("yyyy")
                        .append(separator)
                        .append(digits('M', m.group(3)))
                        .append(separator)
                        .append(digits('d', m.group(4)));
            case DAY_FIRST ->
                pattern.append(digits('d', m.group(1)))
                        .append(separator)
                        .append(digits('M', m.group(3)))
                        .append(separator)
                        .append(year(m));
            case MONTH_FIRST ->
                pattern.append(digits('M', m.group(1)))
                        .append(separator)
                        .append(digits('d', m.group(3)))
                        .append(separator)
                        .append(year(m));
            case MONTH_IN_LETTERS ->
                pattern.append(digits('d', m.group(1)))
                        .append(separator)
                        .append(letters(m.group(3)))
                        .append(separator)
                        .append(year(m));
            case LETTERS_FIRST ->
                pattern.append(letters(m.group(1)))
                        .append(separator)
                        .append(digits('d', m.group(3)))
                        .append(example.contains(",") ? ", yyyy" : " yyyy");
            case TIME_ONLY -> {}
        }
        if (m.group(5) != null) {
            pattern.append(
                            order == Order.TIME_ONLY
                                    ? ""
                                    : example.indexOf('T') > 0 && example.indexOf('T') < example.indexOf(':')
                                            ? "'T'"
                                            : " ")
                    .append(digits(m.group(9) == null ? 'H' : 'h', m.group(5)))
                    .append(":mm")
                    .append(m.group(7) == null ? "" : ":ss")
                    .append(
                            m.group(8) == null
                                    ? ""
                                    : "." + "S".repeat(m.group(8).length() - 1))
                    .append(m.group(9) == null ? "" : example.contains(" " + m.group(9)) ? " a" : "a")
                    .append(m.group(10) == null || m.group(10).isEmpty() ? "" : "'Z'");
        }
        return new DateStyle(order, pattern.toString());
    }

    private static String year(Matcher m) {
        return m.group(4).length() == 4 ? "yyyy" : "yy";
    }

    private static String letters(String month) {
        return month.length() == 3 ? "MMM" : "MMMM";
    }

    private static String digits(char letter, String example) {
        return String.valueOf(letter).repeat(example.startsWith("0") || example.length() == 2 ? 2 : 1);
    }

    @Override
    public double parse(char[] buffer, int from, int to) {
        return parse(order, buffer, from, to);
    }

    /** Days since 1970-01-01, NaN if the cell is not such a date. */
    static double parse(Order order, char[] buffer, int from, int to) {
        if (to - from > LONGEST) {
            return Double.NaN;
        }
        double iso = order == Order.YEAR_FIRST ? IsoDate.parse(buffer, from, to) : Double.NaN;
        return Double.isNaN(iso) ? parse(order, new String(buffer, from, to - from)) : iso;
    }

    /** Days since 1970-01-01, NaN if the text is not such a date. */
    public static double parse(Order order, String text) {
        Matcher m = order.shape.matcher(text);
        if (!m.matches()) {
            return Double.NaN;
        }
        try {
            LocalTime time = time(m);
            double day = time.toNanoOfDay() / 1e9 / SECONDS;
            if (order == Order.TIME_ONLY) {
                return day;
            }
            LocalDateTime date = LocalDateTime.of(
                    year(m.group(order.year)), month(m.group(order.month)), Integer.parseInt(m.group(order.day)), 0, 0);
            String zone = m.group(10);
            double offset = zone == null || Character.isLetter(zone.charAt(0))
                    ? 0
                    : ZoneOffset.of(zone).getTotalSeconds() / SECONDS;
            return date.toLocalDate().toEpochDay() + day - offset;
        } catch (DateTimeException e) {
            return Double.NaN;
        }
    }

    private static LocalTime time(Matcher m) {
        if (m.group(5) == null) {
            return LocalTime.MIDNIGHT;
        }
        LocalTime time = LocalTime.of(
                hour(Integer.parseInt(m.group(5)), m.group(9)),
                Integer.parseInt(m.group(6)),
                m.group(7) == null ? 0 : Integer.parseInt(m.group(7)));
        return m.group(8) == null ? time : time.plusNanos(Math.round(Double.parseDouble("0" + m.group(8)) * 1e9));
    }

    /** @throws DateTimeException if the hour is not on a twelve-hour clock */
    private static int hour(int hour, @Nullable String half) {
        if (half == null) {
            return hour;
        }
        if (hour < 1 || hour > 12) {
            throw new DateTimeException("no hour of twelve: " + hour);
        }
        return hour % 12 + (Character.toLowerCase(half.charAt(0)) == 'p' ? 12 : 0);
    }

    private static int year(String text) {
        int year = Integer.parseInt(text);
        return text.length() == 4 ? year : year < CENTURY ? year + 2000 : year + 1900;
    }

    /** The number of a month; 0 if there is none of this name. */
    private static int month(String text) {
        if (Character.isDigit(text.charAt(0))) {
            return Integer.parseInt(text);
        }
        String name = text.toLowerCase(Locale.ROOT);
        for (int i = 0; i < MONTHS.size(); i++) {
            boolean isShort = name.equals(MONTHS.get(i).substring(0, 3));
            if (isShort || name.equals(MONTHS.get(i)) || (name.equals("sept") && i == 8)) {
                return i + 1;
            }
        }
        return 0;
    }

    @Override
    public String format(double days) {
        DateTimeFormatter formatter = DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
        double day = Math.floor(days);
        boolean hasTime = pattern.matches(".*[Hh].*");
        LocalDateTime date = LocalDateTime.of(1970, 1, 1, 0, 0)
                .plusDays((long) (hasTime ? day : Math.rint(days)))
                .plusNanos(hasTime ? Math.round((days - day) * SECONDS * 1e3) * 1_000_000 : 0);
        return formatter.format(date);
    }

    @Override
    public String words() {
        return order == Order.TIME_ONLY
                ? "times (" + pattern + "), as parts of a day"
                : "dates (" + pattern.replace("'", "") + "), as days since 1970-01-01"
                        + (pattern.contains("yyyy") ? "" : " in the years 1969 to 2068");
    }
}
