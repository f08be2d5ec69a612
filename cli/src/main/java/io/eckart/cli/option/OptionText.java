package io.eckart.cli.option;

import io.eckart.cli.UsageException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Values that options give as text, because a word such as {@code auto} may be in their place. */
public final class OptionText {
    private static final String AUTO = "auto";

    private OptionText() {}

    /** Double quotes keep together an item with a comma in it, and hide the dash of one that looks like an option. */
    public static String unquoted(String item) {
        return item.matches("\"(.*,.*|-.*)\"") ? item.substring(1, item.length() - 1) : item;
    }

    /** A constant by its name in any case; empty for auto. */
    public static <E extends Enum<E>> Optional<E> wordOrAuto(String option, String text, Class<E> type) {
        if (text.equals(AUTO)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Enum.valueOf(type, text.toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
            throw UsageException.unknownWord(option, text, type, AUTO);
        }
    }

    /** A whole number; empty for auto. */
    public static OptionalInt wholeOrAuto(String option, String text) {
        try {
            return text.equals(AUTO) ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(text));
        } catch (NumberFormatException e) {
            throw new UsageException(option + " must be a whole number or auto, got '" + text + "'");
        }
    }

    /** A number; empty for auto. */
    public static OptionalDouble numberOrAuto(String option, String text) {
        try {
            return text.equals(AUTO) ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(text));
        } catch (NumberFormatException e) {
            throw new UsageException(option + " must be a number or auto, got '" + text + "'");
        }
    }

    /** Whole numbers with commas between them; none for the other word. */
    public static List<Integer> wholeNumbers(String option, String text, String other) {
        if (text.equals(other)) {
            return List.of();
        }
        try {
            return Arrays.stream(text.split(",", -1))
                    .map(word -> Integer.valueOf(word.strip()))
                    .toList();
        } catch (NumberFormatException e) {
            throw new UsageException(
                    option + " must be whole numbers with commas between them, or " + other + ", got '" + text + "'");
        }
    }
}
