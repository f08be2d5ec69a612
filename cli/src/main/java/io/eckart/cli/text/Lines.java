package io.eckart.cli.text;

import java.util.Locale;

/** Text in lines. */
final class Lines {
    private final StringBuilder text = new StringBuilder();

    /** Adds one, as {@code String.format} makes it, without blanks at its end. */
    @SuppressWarnings("AnnotateFormatMethod") // the annotation would be a dependency for one method
    Lines add(String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values).stripTrailing()).append(System.lineSeparator());
        return this;
    }

    Lines add() {
        return add("");
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
