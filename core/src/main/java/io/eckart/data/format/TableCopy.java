package io.eckart.data.format;

import io.eckart.data.Table;
import io.eckart.numerics.FloatMatrix;

/**
 * A copy of a file with its missing cells filled, which appears whole on {@link #commit()} and not at all without it. What
 * stands in the file otherwise comes back to the byte: observed cells, columns that are no features, the header, line ends.
 */
public sealed interface TableCopy extends AutoCloseable permits CsvCopy, NpyCopy, Rewriting {

    /**
     * Copies the next rows.
     *
     * @param filled the next rows of the source with its feature columns, and its label column where one was named; only cells missing in the file are taken from it,
     *     and those that are missing here too stay as they are
     * @param added cells of the columns added behind those of the file, NaN for an empty one
     * @throws io.eckart.data.DataException if reading or writing fails
     */
    void write(Table filled, FloatMatrix added);

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
