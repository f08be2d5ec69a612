package io.eckart.cli.text;

import java.util.List;
import java.util.Locale;

/** Text in lines. */
final class Lines {
    /** Letters of a line of a narrow terminal. */
    static final int WIDTH = 80;

    /** A blank at which no line is broken. */
    static final char UNBROKEN = '\u00a0';

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

    /**
     * Adds words in as many lines as they need.
     *
     * @param start what the first line starts with; the others start with as many blanks
     * @param words broken at single blanks only
     */
    Lines wrap(String start, String words) {
        String blanks = " ".repeat(start.length());
        StringBuilder line = new StringBuilder(start);
        for (String word : words.split("(?<=\\S) (?=\\S)", -1)) {
            if (line.length() > start.length() && line.length() + 1 + word.length() > WIDTH) {
                addUnbroken(line);
                line = new StringBuilder(blanks);
            }
            line.append(line.length() > start.length() ? " " : "").append(word);
        }
        return addUnbroken(line);
    }

    private Lines addUnbroken(StringBuilder line) {
        return add("%s", line.toString().replace(UNBROKEN, ' '));
    }

    /**
     * Adds some parts, as many on each line as fit a terminal; a part that is longer has its own lines.
     *
     * @param first what the first line begins with
     * @param rest what the others begin with
     */
    Lines addWrapped(String first, String rest, String separator, List<String> parts) {
        String start = first;
        StringBuilder line = new StringBuilder();
        boolean isEmpty = true;
        for (String part : parts) {
            if (!isEmpty && start.length() + line.length() + separator.length() + part.length() >= WIDTH) {
                wrap(start, line.append(separator.stripTrailing()).toString());
                start = rest;
                line = new StringBuilder();
                isEmpty = true;
            }
            line.append(isEmpty ? "" : separator).append(part);
            isEmpty = false;
        }
        return wrap(start, line.toString());
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
