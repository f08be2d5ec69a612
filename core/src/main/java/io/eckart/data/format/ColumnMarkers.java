package io.eckart.data.format;

import java.util.Set;
import java.util.stream.DoubleStream;

/** The {@link MissingMarkers texts that mean a missing cell} in one column. */
public final class ColumnMarkers {
    private final TextSet texts;
    private final TextSet words;
    private final double[] numbers;
    private final boolean[] starts = new boolean[128];
    private int longest;

    ColumnMarkers(Set<String> own, Set<String> everywhere, Set<String> inNumbers) {
        texts = TextSet.of(everywhere);
        for (String marker : own) {
            String trimmed = marker.strip();
            texts.add(trimmed.toCharArray(), 0, trimmed.length());
        }
        words = TextSet.of(inNumbers);
        numbers = own.stream().flatMapToDouble(ColumnMarkers::number).toArray();
        texts.texts().forEach(this::prepare);
        words.texts().forEach(this::prepare);
    }

    private static DoubleStream number(String marker) {
        return DoubleStream.of(NumberText.parse(marker.strip())).filter(Double::isFinite);
    }

    private void prepare(String marker) {
        longest = Math.max(longest, marker.length());
        if (!marker.isEmpty() && marker.charAt(0) < starts.length) {
            starts[marker.charAt(0)] = true;
        }
    }

    /** Whether a cell is missing whatever its column holds. */
    public boolean isMissing(char[] buffer, int from, int to) {
        return from == to || (isPossible(buffer[from], to - from) && texts.indexOf(buffer, from, to) >= 0);
    }

    /** Whether a cell is a word that means missing only where the others are numbers. */
    public boolean isWord(char[] buffer, int from, int to) {
        return from < to && isPossible(buffer[from], to - from) && words.indexOf(buffer, from, to) >= 0;
    }

    /**
     * Whether a cell is missing in a column of numbers: finite numbers are compared by value, other cells by their text.
     *
     * @param number the number in the cell, NaN if it is not a number
     */
    public boolean isMissingNumber(double number, char[] buffer, int from, int to) {
        return Double.isFinite(number) ? matches(number) : isMissing(buffer, from, to) || isWord(buffer, from, to);
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

    /** Whether a number can be a marker. */
    public boolean haveNumbers() {
        return numbers.length > 0;
    }

    public boolean isMissing(String text) {
        return isMissing(text.toCharArray(), 0, text.length());
    }

    public boolean isWord(String text) {
        return isWord(text.toCharArray(), 0, text.length());
    }

    /** Whether a text with this first character and length can be a marker. */
    private boolean isPossible(char first, int length) {
        return length <= longest && (first >= starts.length || starts[first]);
    }
}
