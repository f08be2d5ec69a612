package io.eckart.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Rows in the page's data.
 *
 * @param from JSON pointer to an array (of objects, or of bare values), or to an object whose members become rows
 * @param each JSON pointer within each of them to an array or object whose members become the rows instead, each as
 *     {@code {"outer": …, "name": …, "value": …}}, the name of an array's element being its place from 1; empty for none
 * @param where conditions that all hold
 */
public record Rows(String from, String each, List<Where> where) {

    /**
     * A condition on a row.
     *
     * @param at the field, as in {@link Field}
     * @param is the text of the value
     * @param not whether the value must be another one
     */
    public record Where(String at, String is, boolean not) {}

    /** @throws IllegalArgumentException if the pointer is none */
    public Rows {
        where = List.copyOf(where);
        Pointers.require(from);
    }

    public static Rows of(String from) {
        return new Rows(from, "", List.of());
    }

    /** What is within each of the rows. */
    public Rows each(String inner) {
        return new Rows(from, inner, where);
    }

    /** Those of the rows that have this text or number in a field. */
    public Rows having(String at, String is) {
        return and(new Where(at, is, false));
    }

    /** Those of the rows that have not. */
    public Rows without(String at, String is) {
        return and(new Where(at, is, true));
    }

    private Rows and(Where condition) {
        List<Where> all = new ArrayList<>(where);
        all.add(condition);
        return new Rows(from, each, all);
    }
}
