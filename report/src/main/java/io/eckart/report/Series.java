package io.eckart.report;

import java.util.Optional;

/**
 * Rows that one or more lines, or rows of bars, are drawn from.
 *
 * @param name in the legend; with {@code by}, the text before each value
 * @param x place along the first axis
 * @param y value
 * @param by one line for each value of this field
 * @param spread half the width of the interval about each value
 * @param reference drawn thin and dashed, as what others are measured against
 */
public record Series(
        String name, Rows rows, Field x, Field y, Optional<Field> by, Optional<Field> spread, boolean reference) {

    /** Without a name: the only one of its chart. */
    public static Series of(String from, Field x, Field y) {
        return of("", from, x, y);
    }

    public static Series of(Rows rows, Field x, Field y) {
        return of("", rows, x, y);
    }

    public static Series of(String name, String from, Field x, Field y) {
        return of(name, Rows.of(from), x, y);
    }

    public static Series of(String name, Rows rows, Field x, Field y) {
        return new Series(name, rows, x, y, Optional.empty(), Optional.empty(), false);
    }

    public Series by(Field field) {
        return new Series(name, rows, x, y, Optional.of(field), spread, reference);
    }

    public Series within(Field halfWidth) {
        return new Series(name, rows, x, y, by, Optional.of(halfWidth), reference);
    }

    public Series asReference() {
        return new Series(name, rows, x, y, by, spread, true);
    }
}
