package io.eckart.data.format;

import io.eckart.data.Table;
import io.eckart.numerics.FloatMatrix;

/**
 * Writes rows to a file that appears completely on {@link #commit()} and not at all without it.
 *
 * <pre>{@code
 * try (TableWriter writer = Tables.writer(path, names, WriteOptions.DEFAULT)) {
 *     writer.write(rows);
 *     writer.commit();
 * }
 * }</pre>
 */
public interface TableWriter extends AutoCloseable {

    /**
     * Adds rows; NaN is a missing cell.
     *
     * @param rows n x d, where d is the number of names
     * @throws IllegalArgumentException if the number of columns is not d
     * @throws io.eckart.data.DataException if writing fails
     */
    void write(FloatMatrix rows);

    /**
     * Adds the feature columns of a table, then its label if a name was given for it: numbers unchanged, levels as their texts.
     *
     * @throws IllegalArgumentException if the columns are not those named when the file was started
     * @throws io.eckart.data.DataException if writing fails or the format cannot hold a column
     */
    void write(Table rows);

    /**
     * Finishes the file and moves it into place.
     *
     * @throws io.eckart.data.DataException if that fails
     */
    void commit();

    /** Deletes what was written unless it has been committed. */
    @Override
    void close();
}
