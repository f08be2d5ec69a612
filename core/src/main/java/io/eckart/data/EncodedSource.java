package io.eckart.data;

import io.eckart.numerics.FloatMatrix;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The rows of a source as features, encoded chunk by chunk in each pass. */
record EncodedSource(Encoding encoding, TableSource source) implements FeatureSource {
    @Override
    public List<String> names() {
        return encoding.featureNames();
    }

    @Override
    public OptionalLong rowCount() {
        return source.rowCount();
    }

    @Override
    public FeatureCursor open() {
        TableCursor cursor = source.open();
        return new FeatureCursor() {
            @Override
            public @Nullable FloatMatrix next() {
                Table rows = cursor.next();
                return rows == null ? null : encoding.encode(rows);
            }

            @Override
            public void close() {
                cursor.close();
            }
        };
    }
}
