package io.eckart.data;

import java.util.OptionalLong;

/**
 * Rows that can be passed over any number of times, in chunks, always in the same order: a file, or a {@link Table} in
 * memory.
 */
public interface TableSource {

    /** What messages and provenance call it, such as the file name. */
    String name();

    Schema schema();

    /** The number of rows where it is known without a pass. */
    OptionalLong rowCount();

    /**
     * Starts a pass over the rows.
     *
     * @throws DataException if the data cannot be read
     */
    TableCursor open();
}
