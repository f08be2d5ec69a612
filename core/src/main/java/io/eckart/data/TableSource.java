package io.eckart.data;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Rows that can be read any number of times in chunks, always in the same order: a file, or a {@link Table} in memory.
 */
public interface TableSource {

    /** One pass over some columns of the file as texts. */
    interface TextCursor extends AutoCloseable {

        /**
         * The texts of the next row, one for each column, null for an empty cell; null at the end.
         *
         * @throws DataException if the data cannot be read
         */
        @Nullable
        String @Nullable [] next();

        @Override
        void close();
    }

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

    /** The columns of the file that are not used and only tell rows apart: row numbers, identifiers, codes, names of files. */
    default List<String> identifiers() {
        return List.of();
    }

    /** The names in the file where each of its columns is a sample; empty where each row is one. */
    default Optional<SampleColumns> sampleColumns() {
        return Optional.empty();
    }

    /**
     * Starts a pass over the rows.
     *
     * @throws DataException if the data cannot be read
     */
    TableCursor open();

    /**
     * Starts a pass over the cells of some columns of the file as they are written, in the order of the rows. The columns need
     * not be in the schema.
     *
     * @throws DataException if there is no such column, the format holds no texts, or the data cannot be read
     */
    default TextCursor texts(List<String> columns) {
        throw new DataException(
                Place.of(name()),
                "column '" + columns.getFirst()
                        + "' cannot be kept: only text files with a sample in each row and folders"
                        + " of images have texts to keep",
                Remedy.byHand("keep no columns"));
    }

    /**
     * The same rows, for a reader that may be asked to stop: once {@code stop} is true, the next chunk of any pass is an exception.
     *
     * @return a source whose cursors throw {@link java.util.concurrent.CancellationException}
     */
    default TableSource until(BooleanSupplier stop) {
        return new StoppableSource(this, stop);
    }

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
