package io.eckart.data.format;

import io.eckart.data.ColumnType;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The types of columns that the options set; every name exists in the file. */
public final class ColumnOverrides {
    private final Map<String, ColumnType> types;

    private ColumnOverrides(Map<String, ColumnType> types) {
        this.types = types;
    }

    /**
     * The types that the options set for columns of a file.
     *
     * @throws io.eckart.data.DataException if a name is not in the file or has two contradictory roles
     */
    public static ColumnOverrides of(InputFile file, ColumnNames names, ReadOptions options) {
        Map<String, ColumnType> types = new HashMap<>();
        options.columns().types().forEach((name, type) -> {
            names.require(name, "given a type");
            types.put(name, type);
        });
        options.columns().ignored().stream().sorted().forEach(name -> {
            names.require(name, "to be left out");
            types.put(name, ColumnType.IGNORED);
        });
        options.columns().label().ifPresent(name -> {
            names.require(name, "named as the label");
            if (types.get(name) == ColumnType.IGNORED) {
                throw file.columnError(name, "cannot be both the label and left out");
            }
            types.put(name, ColumnType.LABEL);
        });
        if (types.values().stream().filter(t -> t == ColumnType.LABEL).count() > 1) {
            throw file.error("a table has at most one label column");
        }
        return new ColumnOverrides(types);
    }

    public Optional<ColumnType> type(String name) {
        return Optional.ofNullable(types.get(name));
    }
}
