package io.eckart.training;

import io.eckart.data.FeatureCursor;
import io.eckart.data.FeatureSource;
import io.eckart.numerics.FloatMatrix;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Rows handed out a few at a time, their number not told beforehand. */
public record ChunkedFeatures(FloatMatrix rows, int chunk) implements FeatureSource {
    @Override
    public List<String> names() {
        return IntStream.range(0, rows.columns()).mapToObj(j -> "x" + j).toList();
    }

    @Override
    public OptionalLong rowCount() {
        return OptionalLong.empty();
    }

    @Override
    public FeatureCursor open() {
        return new FeatureCursor() {
            private int at;

            @Override
            public @Nullable FloatMatrix next() {
                int from = at;
                at = Math.min(rows.rows(), from + chunk);
                return from == at ? null : rows.copyRows(from, at);
            }

            @Override
            public void close() {}
        };
    }
}
