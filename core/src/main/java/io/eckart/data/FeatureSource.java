package io.eckart.data;

import java.util.List;
import java.util.OptionalLong;

/**
 * Feature rows (row-major float32, NaN where unobserved) that can be passed over any number of times in chunks: what
 * training reads. {@link Features} is the one in memory.
 */
public interface FeatureSource {

    /** The names of the features, d of them. */
    List<String> names();

    /** The number of rows n where it is known without a pass. */
    OptionalLong rowCount();

    /**
     * Starts a pass over the rows.
     *
     * @throws DataException if the data cannot be read
     */
    FeatureCursor open();

    default int width() {
        return names().size();
    }
}
