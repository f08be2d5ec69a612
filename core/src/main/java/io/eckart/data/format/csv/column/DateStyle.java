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

/**
 * Dates and times as numbers: days since 1970-01-01, or the part of a day that a time without a date is.
 *
 * @param order the order of day, month and year
 * @param pattern how dates are written, as a pattern of {@link DateTimeFormatter}
 */
public record DateStyle(Order order, String pattern) implements CellFormat {
    private static final double SECONDS = 86_400;
    private static final String TIME = "(\\d{1,2}):(\\d{2})(?::(\\d{2})(\\.\\d{1,9})?)?";
    private static final String BEHIND_DATE = "(?:(?:T| +)" + TIME + " ?(Z|[+-]\\d{2}:?\\d{2})?)?";
    private static final int LONGEST = 40;
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    /** The order of the parts of a date. */
    public enum Order {
        YEAR_FIRST("(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})" + BEHIND_DATE, 1, 3, 4),
        DAY_FIRST("(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4})" + BEHIND_DATE, 4, 3, 1),
        MONTH_FIRST("(\\d{1,2})([-/])(\\d{1,2})\\2(\\d{4})" + BEHIND_DATE, 4, 1, 3),
        MONTH_IN_LETTERS("(\\d{1,2})([- /])([A-Za-z]{3})[a-z]*\\2(\\d{4})" + BEHIND_DATE, 4, 3, 1),
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
                        .append("yyyy");
            case MONTH_FIRST ->
                pattern.append(digits('M', m.group(1)))
                        .append(separator)
                        .append(digits('d', m.group(3)))
                        .append(separator)
                        .append("yyyy");
            case MONTH_IN_LETTERS ->
                pattern.append(digits('d', m.group(1)))
                        .append(separator)
                        .append("MMM")
                        .append(separator)
                        .append("yyyy");
            case TIME_ONLY -> {}
        }
        if (m.group(5) != null) {
            pattern.append(order == Order.TIME_ONLY ? "" : example.contains("T") ? "'T'" : " ")
                    .append(digits('H', m.group(5)))
                    .append(":mm")
                    .append(m.group(7) == null ? "" : ":ss")
                    .append(
                            m.group(8) == null
                                    ? ""
                                    : "." + "S".repeat(m.group(8).length() - 1));
        }
        return new DateStyle(order, pattern.toString());
    }

    private static String digits(char letter, String example) {
        return String.valueOf(letter).repeat(example.startsWith("0") || example.length() == 2 ? 2 : 1);
    }

    @Override
    public double parse(char[] buffer, int from, int to) {
        return to - from > LONGEST ? Double.NaN : parse(order, new String(buffer, from, to - from));
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
                    Integer.parseInt(m.group(order.year)),
                    month(m.group(order.month)),
                    Integer.parseInt(m.group(order.day)),
                    0,
                    0);
            String zone = m.group(9);
            double offset = zone == null ? 0 : ZoneOffset.of(zone).getTotalSeconds() / SECONDS;
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
                Integer.parseInt(m.group(5)),
                Integer.parseInt(m.group(6)),
                m.group(7) == null ? 0 : Integer.parseInt(m.group(7)));
        return m.group(8) == null ? time : time.plusNanos(Math.round(Double.parseDouble("0" + m.group(8)) * 1e9));
    }

    private static int month(String text) {
        return Character.isDigit(text.charAt(0))
                ? Integer.parseInt(text)
                : MONTHS.indexOf(text.toLowerCase(Locale.ROOT)) + 1;
    }

    @Override
    public String format(double days) {
        DateTimeFormatter formatter = DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
        double day = Math.floor(days);
        boolean hasTime = pattern.contains("H");
        LocalDateTime date = LocalDateTime.of(1970, 1, 1, 0, 0)
                .plusDays((long) (hasTime ? day : Math.rint(days)))
                .plusNanos(hasTime ? Math.round((days - day) * SECONDS * 1e3) * 1_000_000 : 0);
        return formatter.format(date);
    }

    @Override
    public String words() {
        return order == Order.TIME_ONLY
                ? "times (" + pattern + "), as parts of a day"
                : "dates (" + pattern.replace("'", "") + "), as days since 1970-01-01";
    }
}
