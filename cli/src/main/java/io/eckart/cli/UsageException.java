package io.eckart.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** An option with a value that makes no sense; exit code 2. */
public final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UsageException(String message) {
        super(message);
    }

    /**
     * A word that an option does not know.
     *
     * @param type the constants that it knows, by their names in lower case
     * @param more other words that it knows
     */
    public static UsageException unknownWord(String option, String text, Class<?> type, String... more) {
        List<String> known = new ArrayList<>();
        for (Object constant : type.getEnumConstants()) {
            known.add(constant.toString().toLowerCase(Locale.ROOT));
        }
        known.addAll(List.of(more));
        String last = known.removeLast();
        return new UsageException(
                option + " cannot be '" + text + "'; it is " + String.join(", ", known) + " or " + last);
    }
}
