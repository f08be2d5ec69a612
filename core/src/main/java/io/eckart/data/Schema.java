package io.eckart.data;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The columns of a table in file order, and the image shape if rows are images.
 *
 * @param columns all columns, names unique, at most one label
 * @param image the shape of a row's features if rows are images
 */
public record Schema(List<Column> columns, Optional<ImageShape> image) {

    /** @throws IllegalArgumentException if a name occurs twice or there are two labels */
    public Schema {
        columns = List.copyOf(columns);
        Set<String> seen = new HashSet<>();
        for (Column column : columns) {
            if (!seen.add(column.name())) {
                throw new IllegalArgumentException("column name '" + column.name() + "' occurs twice");
            }
        }
        if (columns.stream().filter(c -> c.type() == ColumnType.LABEL).count() > 1) {
            throw new IllegalArgumentException("a table has at most one label column");
        }
    }

    public static Schema of(List<Column> columns) {
        return new Schema(columns, Optional.empty());
    }

    /** The columns whose cells become features, in file order: the stored columns of a {@link Table}. */
    public List<Column> features() {
        return columns.stream().filter(c -> c.type().isFeature()).toList();
    }

    public Optional<Column> label() {
        return columns.stream().filter(c -> c.type() == ColumnType.LABEL).findFirst();
    }
}
