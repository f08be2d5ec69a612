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
 * @param selected the flag of the selected rows
 */
@SuppressWarnings("ArrayRecordComponent") // handed over by a task for one pass, never compared
public record SelectedRows(FeatureSource source, boolean[] flags, boolean selected) implements FeatureSource {

    @Override
    public List<String> names() {
        return source.names();
    }

    @Override
    public OptionalLong rowCount() {
        long count = 0;
        for (boolean flag : flags) {
            count += flag == selected ? 1 : 0;
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
                FloatMatrix taken = take(chunk, seen, flags, selected);
                seen += chunk.rows();
                return taken;
            }

            @Override
            public void close() {
                rows.close();
            }
        };
    }

    /** The selected rows of a chunk whose first row has this number; may be none. */
    public static FloatMatrix take(FloatMatrix chunk, int first, boolean[] flags, boolean selected) {
        int d = chunk.columns();
        int count = 0;
        for (int i = 0; i < chunk.rows(); i++) {
            count += flags[first + i] == selected ? 1 : 0;
        }
        FloatMatrix taken = FloatMatrix.zeros(count, d);
        int to = 0;
        for (int i = 0; i < chunk.rows(); i++) {
            if (flags[first + i] == selected) {
                System.arraycopy(chunk.values(), i * d, taken.values(), d * to++, d);
            }
        }
        return taken;
    }
}
