package io.eckart.data.format;

import java.util.Set;

/**
 * The texts that mean a missing cell: the empty text, the common markers (those of pandas, and "?") and those of the user. In
 * columns of numbers, a marker that is a finite number also matches by value: -999 matches -999.0 and -9.99e2.
 */
public final class MissingMarkers {
    private static final Set<String> COMMON = Set.of(
            "",
            "#N/A",
            "#N/A N/A",
            "#NA",
            "-1.#IND",
            "-1.#QNAN",
            "-NaN",
            "-nan",
            "1.#IND",
            "1.#QNAN",
            "<NA>",
            "?",
            "N/A",
            "NA",
            "NULL",
            "NaN",
            "None",
            "n/a",
            "nan",
            "null");

    private final TextSet markers = TextSet.of(COMMON);
    private final boolean[] starts = new boolean[128];
    private final double[] numbers;
    private int longest;

    public MissingMarkers(Set<String> own) {
        for (String marker : own) {
            String trimmed = marker.strip();
            markers.add(trimmed.toCharArray(), 0, trimmed.length());
        }
        numbers = own.stream()
                .mapToDouble(marker -> NumberText.parse(marker.strip()))
                .filter(Double::isFinite)
                .toArray();
        for (String marker : markers.texts()) {
            longest = Math.max(longest, marker.length());
            if (!marker.isEmpty() && marker.charAt(0) < starts.length) {
                starts[marker.charAt(0)] = true;
            }
        }
    }

    public boolean matches(char[] buffer, int from, int to) {
        return from == to || (isPossible(buffer[from], to - from) && markers.indexOf(buffer, from, to) >= 0);
    }

    /**
     * Whether the text of a cell is a marker.
     *
     * @param number the number in the cell, NaN if it is not a number; the texts of most finite numbers are not looked up
     */
    public boolean isMarker(double number, char[] buffer, int from, int to) {
        return (numbers.length > 0 || !Double.isFinite(number)) && matches(buffer, from, to);
    }

    /**
     * Whether a cell is missing in a column of numbers: finite numbers are compared by value, other cells by their text.
     *
     * @param number the number in the cell, NaN if it is not a number
     */
    public boolean isMissing(double number, char[] buffer, int from, int to) {
        return Double.isFinite(number) ? matches(number) : matches(buffer, from, to);
    }

    /** Whether a text with this first character and length can be a marker. */
    private boolean isPossible(char first, int length) {
        return length <= longest && (first >= starts.length || starts[first]);
    }

    /** Whether this number means a missing cell in a column of numbers. */
    public boolean matches(double number) {
        for (double marker : numbers) {
            if (marker == number) {
                return true;
            }
        }
        return false;
    }

    public boolean matches(String text) {
        return matches(text.toCharArray(), 0, text.length());
    }
}
