package io.eckart.report;

/**
 * A field of a row.
 *
 * @param at JSON pointer within the row, such as {@code /reconstruction/mean}, or several with commas between them, whose texts
 *     are put side by side; {@code #} is the row's place from 1, an empty text the row itself where it is a bare value. Where an
 *     object is taken for rows, each is {@code {"name": …, "value": …}}
 * @param title what people call it, with its unit
 * @param format how it is shown
 * @param before JSON pointer within the row to what the cell of a table was before; where that is null, the cell is marked as
 *     filled. Empty for a cell without such a past
 */
public record Field(String at, String title, Format format, String before) {
    public static final String PLACE = "#";

    /** A field without a past. */
    public Field(String at, String title, Format format) {
        this(at, title, format, "");
    }

    /** @throws IllegalArgumentException if the pointer is none */
    public Field {
        if (!at.isEmpty() && !at.equals(PLACE) && !at.startsWith("/")) {
            throw new IllegalArgumentException("a field is a JSON pointer, # or empty, got '" + at + "'");
        }
    }

    /** The same, marked as filled where it was missing before. */
    public Field filling(String missing) {
        return new Field(at, title, format, missing);
    }

    public static Field number(String at, String title) {
        return new Field(at, title, Format.NUMBER);
    }

    public static Field count(String at, String title) {
        return new Field(at, title, Format.COUNT);
    }

    public static Field text(String at, String title) {
        return new Field(at, title, Format.TEXT);
    }

    public static Field percent(String at, String title) {
        return new Field(at, title, Format.PERCENT);
    }

    /** A text such as "holds" or "does not hold here", shown on the colour of its kind. */
    public static Field verdict(String at, String title) {
        return new Field(at, title, Format.VERDICT);
    }

    /** The place of a row, from 1. */
    public static Field place(String title) {
        return new Field(PLACE, title, Format.COUNT);
    }
}
