package io.eckart.data;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * Rows that can be read any number of times in chunks, always in the same order: a file, or a {@link Table} in memory.
 */
public interface TableSource {

    /** The name in messages and provenance, such as the file name. */
    String name();

    Schema schema();

    /** The number of rows n if it is known without a pass. */
    OptionalLong rowCount();

    /**
     * What was decided, converted, left out or ignored so far, in the order of importance. Notes about cells may only come with the
     * first pass.
     */
    default List<Note> notes() {
        return List.of();
    }

    /**
     * Starts a pass over the rows.
     *
     * @throws DataException if the data cannot be read
     */
    TableCursor open();

    /**
     * Reads all rows in one pass, chunk by chunk.
     *
     * @throws DataException if the data cannot be read
     */
    default void forEachChunk(Consumer<Table> action) {
        try (TableCursor cursor = open()) {
            for (Table chunk = cursor.next(); chunk != null; chunk = cursor.next()) {
                action.accept(chunk);
            }
        }
    }
}
