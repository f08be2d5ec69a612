package io.eckart.data;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

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

    /** For each feature that the columns are encoded to, the index of its column among the feature columns. */
    public int[] featureColumns() {
        List<Column> features = features();
        return IntStream.range(0, features.size())
                .flatMap(j -> IntStream.generate(() -> j).limit(features.get(j).featureCount()))
                .toArray();
    }

    /** The names of the features that the columns are encoded to. */
    List<String> featureNames() {
        List<String> names = new ArrayList<>();
        for (Column column : features()) {
            if (column.type() == ColumnType.CATEGORY) {
                column.levels().forEach(level -> names.add(column.name() + "=" + level));
            } else {
                names.add(column.name());
            }
        }
        return List.copyOf(names);
    }

    /** @throws DataException if the feature columns of a source are others; the message has the first that differs */
    void requireFeaturesOf(TableSource source) {
        List<Column> fitted = features();
        List<Column> given = source.schema().features();
        if (given.equals(fitted)) {
            return;
        }
        int j = 0;
        while (j < Math.min(given.size(), fitted.size()) && given.get(j).equals(fitted.get(j))) {
            j++;
        }
        throw new DataException(
                Place.of(source.name()),
                "the model was fitted on " + fitted.size() + " feature columns, the data has " + given.size()
                        + "; column " + (j + 1) + " is " + described(fitted, j) + " in the model and "
                        + described(given, j) + " in the data");
    }

    private static String described(List<Column> columns, int index) {
        return index < columns.size()
                ? "'" + columns.get(index).name() + "' of type "
                        + columns.get(index).type()
                : "missing";
    }
}
