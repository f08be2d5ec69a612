package io.eckart.data.format;

import io.eckart.data.Table;
import io.eckart.numerics.FloatMatrix;
import java.nio.file.Path;

/**
 * A copy of a file with its missing cells filled, or all cells of its features replaced, which appears whole on {@link #commit()} and not at all without it. What
 * stands in the file otherwise comes back to the byte: observed cells, columns that are no features, the header, line ends.
 */
public interface TableCopy extends AutoCloseable {

    /**
     * Copies the next rows.
     *
     * @param filled the next rows of the source with its feature columns, and its label column where one was named; cells that are missing
     *     here stay as they are
     * @param added cells of the columns added behind those of the file, NaN for an empty one
     * @throws io.eckart.data.DataException if reading or writing fails
     */
    void write(Table filled, FloatMatrix added);

    /** Which cells of the features are taken from the rows given; of labels it is always the missing ones. */
    enum Replaced {
        MISSING,
        ALL
    }

    /** The file that is written. */
    Path target();

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
