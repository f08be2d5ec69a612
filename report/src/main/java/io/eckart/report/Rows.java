package io.eckart.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Rows that stand in the page's data.
 *
 * @param from JSON pointer to an array (of objects, or of bare values), or to an object whose members become rows
 * @param where conditions that all hold
 */
public record Rows(String from, List<Where> where) {

    /**
     * A condition on a row.
     *
     * @param at the field, as in {@link Field}
     * @param is the text of the value wanted
     */
    public record Where(String at, String is) {}

    /** @throws IllegalArgumentException if the pointer is none */
    public Rows {
        where = List.copyOf(where);
        Pointers.require(from);
    }

    public static Rows of(String from) {
        return new Rows(from, List.of());
    }

    /** Those of the rows that have this text or number in a field. */
    public Rows having(String at, String is) {
        List<Where> all = new ArrayList<>(where);
        all.add(new Where(at, is));
        return new Rows(from, all);
    }
}
