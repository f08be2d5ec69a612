package io.eckart.data;

import java.util.List;

/**
 * A column with a name and a type.
 *
 * @param name unique within its schema
 * @param type the type of its cells
 * @param levels the texts of the levels: two for {@link ColumnType#BOOLEAN}, at least one for
 *     {@link ColumnType#CATEGORY}, none otherwise
 */
public record Column(String name, ColumnType type, List<String> levels) {

    /** @throws IllegalArgumentException if the number of levels does not fit the type */
    public Column {
        levels = List.copyOf(levels);
        boolean fits = switch (type) {
            case NUMBER, LABEL, IGNORED -> levels.isEmpty();
            case BOOLEAN -> levels.size() == 2;
            case CATEGORY -> !levels.isEmpty();
        };
        if (!fits) {
            throw new IllegalArgumentException(
                    "column '" + name + "' of type " + type + " cannot have " + levels.size() + " levels");
        }
    }

    public static Column number(String name) {
        return new Column(name, ColumnType.NUMBER, List.of());
    }

    public static Column category(String name, List<String> levels) {
        return new Column(name, ColumnType.CATEGORY, levels);
    }

    public static Column label(String name) {
        return new Column(name, ColumnType.LABEL, List.of());
    }

    public static Column ignored(String name) {
        return new Column(name, ColumnType.IGNORED, List.of());
    }

    /** The number of features that this column is encoded to: one, or one for each level of a category. */
    int featureCount() {
        return type == ColumnType.CATEGORY ? levels.size() : 1;
    }

    /** Whether a cell can be stored in this column: NaN, or the index of a level where the column has levels. */
    boolean holds(double cell) {
        return levels.isEmpty() || Double.isNaN(cell) || (cell >= 0 && cell < levels.size() && cell == (int) cell);
    }

    /** The error of a cell that this column cannot hold. */
    IllegalArgumentException badLevel(int row, double cell) {
        return new IllegalArgumentException("row index " + row + ", column '" + name + "': " + cell
                + " is not the index of a level; the " + levels.size() + " levels " + levels + " have the indices 0 to "
                + (levels.size() - 1));
    }
}
