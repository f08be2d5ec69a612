package io.eckart.data;

/** The type of a column. */
public enum ColumnType {
    /** A real number; one feature. */
    NUMBER,
    /** One of two levels, stored as 0 (the first level) or 1; one feature. */
    BOOLEAN,
    /** One of several levels, stored as the level's index; one feature for each level. */
    CATEGORY,
    /** The class or target of a row; never a feature. */
    LABEL,
    /** Text, identifiers and columns that the user leaves out; not stored. */
    IGNORED;

    /** Whether cells of this type become features. */
    public boolean isFeature() {
        return switch (this) {
            case NUMBER, BOOLEAN, CATEGORY -> true;
            case LABEL, IGNORED -> false;
        };
    }
}
