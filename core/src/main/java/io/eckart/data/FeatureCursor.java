package io.eckart.data;

import io.eckart.numerics.FloatMatrix;
import org.jspecify.annotations.Nullable;

/** One pass over the rows of a {@link FeatureSource}. */
public interface FeatureCursor extends AutoCloseable {

    /**
     * The next rows, m x d with m at least 1, NaN for missing cells; null at the end. The caller must not change the matrix.
     *
     * @throws DataException if a cell cannot be read
     */
    @Nullable
    FloatMatrix next();

    @Override
    void close();
}
