package io.eckart.data.sampling;

import io.eckart.data.FeatureCursor;
import io.eckart.data.FeatureSource;
import io.eckart.numerics.FloatMatrix;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Some rows of a source, in its order. */
public final class SelectedRows implements FeatureSource {
    private final FeatureSource source;
    private final boolean[] flags;
    private final boolean selected;

    /**
     * @param source the rows
     * @param flags one for each row of the source
     * @param selected the flag of the selected rows
     */
    public SelectedRows(FeatureSource source, boolean[] flags, boolean selected) {
        this.source = source;
        this.flags = flags.clone();
        this.selected = selected;
    }

    @Override
    public List<String> names() {
        return source.names();
    }

    @Override
    public OptionalLong rowCount() {
        return OptionalLong.of(IntStream.range(0, flags.length)
                .filter(i -> flags[i] == selected)
                .count());
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
        return chunk.selectRows(IntStream.range(0, chunk.rows())
                .filter(i -> flags[first + i] == selected)
                .toArray());
    }
}
