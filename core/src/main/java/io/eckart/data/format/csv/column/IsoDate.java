package io.eckart.data.format.csv.column;

import java.time.DateTimeException;
import java.time.LocalDate;

/** Reads the commonest form of dates and times, {@code 2024-01-10} and {@code 2024-01-10 12:10:00}, without allocating texts. */
final class IsoDate {
    private static final int DATE = "2024-01-10".length();
    private static final int DATE_AND_TIME = "2024-01-10 12:10:00".length();
    private static final double SECONDS = 86_400;

    private IsoDate() {}

    /** Days since 1970-01-01; NaN for any other form. */
    static double parse(char[] buffer, int from, int to) {
        boolean timed = to - from == DATE_AND_TIME;
        if ((!timed && to - from != DATE) || buffer[from + 4] != '-' || buffer[from + 7] != '-') {
            return Double.NaN;
        }
        int year = number(buffer, from, 4);
        int month = number(buffer, from + 5, 2);
        int day = number(buffer, from + 8, 2);
        double part = timed ? time(buffer, from + DATE) : 0;
        if (year < 0 || month < 0 || day < 0 || Double.isNaN(part)) {
            return Double.NaN;
        }
        try {
            return LocalDate.of(year, month, day).toEpochDay() + part;
        } catch (DateTimeException e) {
            return Double.NaN;
        }
    }

    private static double time(char[] buffer, int from) {
        boolean marks =
                (buffer[from] == ' ' || buffer[from] == 'T') && buffer[from + 3] == ':' && buffer[from + 6] == ':';
        int hour = number(buffer, from + 1, 2);
        int minute = number(buffer, from + 4, 2);
        int second = number(buffer, from + 7, 2);
        boolean valid = marks && hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 60;
        return valid ? (hour * 3600 + minute * 60 + second) / SECONDS : Double.NaN;
    }

    /** The number that some digits say; negative if one of them is none. */
    private static int number(char[] buffer, int from, int digits) {
        int number = 0;
        for (int i = from; i < from + digits; i++) {
            int digit = buffer[i] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
