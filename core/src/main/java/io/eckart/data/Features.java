package io.eckart.data;

import io.eckart.numerics.FloatMatrix;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Feature rows in memory.
 *
 * @param names d feature names
 * @param values n x d, NaN for missing cells; not copied
 */
public record Features(List<String> names, FloatMatrix values) implements FeatureSource {

    /** @throws IllegalArgumentException if there is not one name for each column */
    public Features {
        names = List.copyOf(names);
        if (names.size() != values.columns()) {
            throw new IllegalArgumentException(names.size() + " names for " + values.columns() + " features");
        }
    }

    /** Features named x1 to xd. */
    public static Features of(FloatMatrix values) {
        return new Features(
                IntStream.rangeClosed(1, values.columns())
                        .mapToObj(i -> "x" + i)
                        .toList(),
                values);
    }

    /**
     * All rows of a source in memory, in one pass.
     *
     * @throws DataException if they are more than one array can hold
     */
    public static Features collect(FeatureSource source) {
        return source instanceof Features features ? features : new FeatureCollector(source).collect();
    }

    @Override
    public OptionalLong rowCount() {
        return OptionalLong.of(values.rows());
    }

    @Override
    public FeatureCursor open() {
        return new FeatureCursor() {
            private boolean given;

            @Override
            public @Nullable FloatMatrix next() {
                boolean first = !given;
                given = true;
                return first && values.rows() > 0 ? values : null;
            }

            @Override
            public void close() {}
        };
    }
}
