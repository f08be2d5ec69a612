package io.eckart.report;

import java.util.List;

/**
 * A card for each column of a table: its name and type, how its cells are distributed, how many are missing, and some facts.
 *
 * @param title says what is shown
 * @param rows the columns
 * @param name of a column
 * @param type of a column
 * @param missing the part of its cells that is missing
 * @param bins where in a row the bins of its histogram are, each with {@code from}, {@code to} and {@code count}
 * @param levels where in a row the number of cells with each level is, by the name of the level
 * @param facts shown below; those that a column does not have are left out
 */
public record ColumnCards(
        String title,
        Rows rows,
        Field name,
        Field type,
        Field missing,
        Field bins,
        Field levels,
        List<Field> facts,
        Sampling sampling)
        implements Block {
    public ColumnCards {
        facts = List.copyOf(facts);
    }
}
