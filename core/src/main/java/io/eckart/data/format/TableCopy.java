package io.eckart.data.format;

import io.eckart.data.Table;
import io.eckart.numerics.FloatMatrix;
import java.nio.file.Path;

/**
 * A copy of a file with its missing cells filled or all cells of its features replaced. It appears completely on
 * {@link #commit()} and not at all without it. Everything else is copied byte by byte: other cells, columns that are not
 * features, the header, line ends.
 */
public interface TableCopy extends AutoCloseable {

    /**
     * Copies the next rows.
     *
     * @param filled the next rows of the source with its feature columns, and with its label column if there is one; cells that
     *     are missing here stay as they are
     * @param added cells of the columns added after those of the file, NaN for an empty cell
     * @throws io.eckart.data.DataException if reading or writing fails
     */
    void write(Table filled, FloatMatrix added);

    /** Which cells of the features are replaced; of the labels it is always the missing ones. */
    enum Replaced {
        MISSING,
        ALL
    }

    /**
     * How many cells of each feature hold a text that was not declared missing, though a model takes it for missing: they stay as
     * they are. Empty if there can be none.
     */
    default long[] left() {
        return new long[0];
    }

    /** The file that is written. */
    Path target();

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
