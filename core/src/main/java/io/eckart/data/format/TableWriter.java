package io.eckart.data.format;

import io.eckart.data.Table;
import io.eckart.numerics.FloatMatrix;

/**
 * Writes rows to a file that appears whole on {@link #commit()} and not at all without it.
 *
 * <pre>{@code
 * try (TableWriter writer = Tables.writer(path, names, force)) {
 *     writer.write(rows);
 *     writer.commit();
 * }
 * }</pre>
 */
public interface TableWriter extends AutoCloseable {

    /**
     * Adds rows; NaN is a missing cell.
     *
     * @param rows n x d, d being the number of names
     * @throws IllegalArgumentException if d is another number
     * @throws io.eckart.data.DataException if writing fails
     */
    void write(FloatMatrix rows);

    /**
     * Adds the feature columns of a table, then its label if there is a name for it: numbers as they are, levels as their
     * texts.
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

    /** Removes what was written unless it has been committed. */
    @Override
    void close();
}
