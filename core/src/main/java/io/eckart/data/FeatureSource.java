package io.eckart.data;

import io.eckart.numerics.FloatMatrix;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * Feature rows (row-major float32, NaN for missing cells) that can be read any number of times in chunks, always in the same
 * order: the input of training. {@link Features} holds rows in memory.
 */
public interface FeatureSource {

    /** The names of the d features. */
    List<String> names();

    /** The number of rows n if it is known without a pass. */
    OptionalLong rowCount();

    /**
     * Starts a pass over the rows.
     *
     * @throws DataException if the data cannot be read
     */
    FeatureCursor open();

    /**
     * Reads all rows in one pass, chunk by chunk.
     *
     * @throws DataException if the data cannot be read
     */
    default void forEachChunk(Consumer<FloatMatrix> action) {
        try (FeatureCursor cursor = open()) {
            for (FloatMatrix chunk = cursor.next(); chunk != null; chunk = cursor.next()) {
                action.accept(chunk);
            }
        }
    }

    default int width() {
        return names().size();
    }

    /**
     * The number of rows n, counted in a pass if it is not known.
     *
     * @throws DataException if the data cannot be read
     */
    default long countRows() {
        OptionalLong known = rowCount();
        if (known.isPresent()) {
            return known.getAsLong();
        }
        long rows = 0;
        try (FeatureCursor cursor = open()) {
            for (FloatMatrix chunk = cursor.next(); chunk != null; chunk = cursor.next()) {
                rows += chunk.rows();
            }
        }
        return rows;
    }
}
