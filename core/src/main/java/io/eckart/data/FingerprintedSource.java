package io.eckart.data;

import io.eckart.numerics.FloatMatrix;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A source that computes its {@link Fingerprint} during the first pass that reaches the end of the rows. */
public final class FingerprintedSource implements FeatureSource {
    private final FeatureSource source;
    private volatile @Nullable String fingerprint;

    public FingerprintedSource(FeatureSource source) {
        this.source = source;
    }

    /** The same as {@link Fingerprint#of}; empty until a pass has reached the end of the rows. */
    public Optional<String> fingerprint() {
        return Optional.ofNullable(fingerprint);
    }

    @Override
    public List<String> names() {
        return source.names();
    }

    @Override
    public OptionalLong rowCount() {
        return source.rowCount();
    }

    @Override
    public FeatureCursor open() {
        return fingerprint == null ? new Cursor(source.open(), new Fingerprint.Digest(width())) : source.open();
    }

    private final class Cursor implements FeatureCursor {
        private final FeatureCursor rows;
        private final Fingerprint.Digest digest;
        private boolean ended;

        Cursor(FeatureCursor rows, Fingerprint.Digest digest) {
            this.rows = rows;
            this.digest = digest;
        }

        @Override
        public @Nullable FloatMatrix next() {
            FloatMatrix block = rows.next();
            if (block != null) {
                digest.update(block);
            } else if (!ended) {
                ended = true;
                fingerprint = digest.hex();
            }
            return block;
        }

        @Override
        public void close() {
            rows.close();
        }
    }
}
