package io.eckart.data;

import io.eckart.numerics.FloatMatrix;
import org.jspecify.annotations.Nullable;

/** One pass over the rows of a {@link FeatureSource}. */
public interface FeatureCursor extends AutoCloseable {

    /**
     * The next rows, at least one, d columns, NaN where unobserved; null at the end. The matrix belongs to the caller for
     * reading only.
     *
     * @throws DataException if a cell cannot be read
     */
    @Nullable
    FloatMatrix next();

    @Override
    void close();
}
