package io.eckart.data;

import java.io.Serializable;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A place in data: a file or table, and a row and a column where they are known.
 *
 * <pre>{@code
 * Place.of("wine.csv").row(3).column("ash") // wine.csv: row 3, column 'ash'
 * }</pre>
 */
public final class Place implements Serializable {
    private static final long serialVersionUID = 1L;

    /** An unknown place in unknown data. */
    public static final Place UNKNOWN = new Place(null, 0, null);

    private final @Nullable String data;
    private final long row;
    private final @Nullable String column;

    private Place(@Nullable String data, long row, @Nullable String column) {
        this.data = data;
        this.row = row;
        this.column = column;
    }

    /**
     * A whole file or table.
     *
     * @param data a path, or the name of a table
     */
    public static Place of(Object data) {
        return new Place(data.toString(), 0, null);
    }

    /**
     * A row of it.
     *
     * @param number counted from 1; the header is row 1 where there is one
     */
    public Place row(long number) {
        return new Place(data, number, column);
    }

    /** A column of it. */
    public Place column(String name) {
        return new Place(data, row, name);
    }

    /** This place in the data of the given name, unless its data is known already. */
    Place in(String name) {
        return data == null ? new Place(name, row, column) : this;
    }

    /** The file or table. */
    public Optional<String> data() {
        return Optional.ofNullable(data);
    }

    /** The row, counted from 1. */
    public OptionalLong row() {
        return row == 0 ? OptionalLong.empty() : OptionalLong.of(row);
    }

    /** The name of the column. */
    public Optional<String> column() {
        return Optional.ofNullable(column);
    }

    /** Such as {@code wine.csv: row 3, column 'ash'}; empty for an unknown place. */
    @Override
    public String toString() {
        String inside = (row == 0 ? "" : "row " + row)
                + (row != 0 && column != null ? ", " : "")
                + (column == null ? "" : "column '" + column + "'");
        if (data == null) {
            return inside;
        }
        return inside.isEmpty() ? data : data + ": " + inside;
    }
}
