package io.eckart.data.sampling;

import io.eckart.data.FeatureCursor;
import io.eckart.data.FeatureSource;
import io.eckart.numerics.FloatMatrix;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Some rows of a source, in its order.
 *
 * @param source the rows
 * @param flags one for each row of the source
 * @param wanted the flag of the rows taken
 */
@SuppressWarnings("ArrayRecordComponent") // flags are looked up, never compared
public record SelectedRows(FeatureSource source, boolean[] flags, boolean wanted) implements FeatureSource {

    @Override
    public List<String> names() {
        return source.names();
    }

    @Override
    public OptionalLong rowCount() {
        long count = 0;
        for (boolean flag : flags) {
            count += flag == wanted ? 1 : 0;
        }
        return OptionalLong.of(count);
    }

    @Override
    public FeatureCursor open() {
        FeatureCursor rows = source.open();
        return new FeatureCursor() {
            private int seen;

            @Override
            public @Nullable FloatMatrix next() {
                FloatMatrix chunk = rows.next();
                if (chunk == null) {
                    return null;
                }
                FloatMatrix taken = take(chunk, seen, flags, wanted);
                seen += chunk.rows();
                return taken;
            }

            @Override
            public void close() {
                rows.close();
            }
        };
    }

    /** The rows wanted of a chunk whose first row has this number; may be none. */
    public static FloatMatrix take(FloatMatrix chunk, int first, boolean[] flags, boolean wanted) {
        int d = chunk.columns();
        int count = 0;
        for (int i = 0; i < chunk.rows(); i++) {
            count += flags[first + i] == wanted ? 1 : 0;
        }
        FloatMatrix taken = FloatMatrix.zeros(count, d);
        int to = 0;
        for (int i = 0; i < chunk.rows(); i++) {
            if (flags[first + i] == wanted) {
                System.arraycopy(chunk.values(), i * d, taken.values(), d * to++, d);
            }
        }
        return taken;
    }
}
