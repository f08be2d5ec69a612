package io.eckart.data;

import org.jspecify.annotations.Nullable;

/** One pass over the rows of a {@link TableSource}. */
public interface TableCursor extends AutoCloseable {

    /**
     * The next rows, at least one, with the schema of the source; null at the end.
     *
     * @throws DataException if a cell cannot be read
     */
    @Nullable
    Table next();

    @Override
    void close();
}
