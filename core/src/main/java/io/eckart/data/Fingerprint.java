package io.eckart.data;

import io.eckart.numerics.FloatMatrix;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A fingerprint of feature rows: SHA-256 of the values as little-endian float32, row by row, every NaN as 7fc00000, then the
 * number of features and the number of rows as little-endian 64-bit integers. It does not depend on how the rows are divided
 * into chunks.
 */
public final class Fingerprint {
    private static final int BLOCK = 1 << 14;

    private Fingerprint() {}

    /**
     * The fingerprint of a source, in one pass, as 64 hexadecimal digits.
     *
     * @throws DataException if the rows cannot be read
     */
    public static String of(FeatureSource source) {
        Digest digest = new Digest(source.width());
        source.forEachChunk(digest::update);
        return digest.hex();
    }

    /** Computes a fingerprint step by step, in a pass that has another purpose. Not safe for use by several threads. */
    public static final class Digest {
        private final int width;
        private final MessageDigest sha256 = sha256();
        private final byte[] bytes = new byte[BLOCK * Float.BYTES];
        private final ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        private long rows;

        /** @param width number of features d */
        public Digest(int width) {
            this.width = width;
        }

        /**
         * Adds the next rows.
         *
         * @throws IllegalArgumentException if they do not have d columns
         */
        public Digest update(FloatMatrix block) {
            if (block.columns() != width) {
                throw new IllegalArgumentException("a fingerprint of " + width + " features cannot include rows of "
                        + block.columns() + " columns");
            }
            float[] values = block.values();
            for (int from = 0; from < values.length; from += BLOCK) {
                int count = Math.min(BLOCK, values.length - from);
                for (int i = 0; i < count; i++) {
                    buffer.putInt(i * Float.BYTES, Float.floatToIntBits(values[from + i]));
                }
                sha256.update(bytes, 0, count * Float.BYTES);
            }
            rows += block.rows();
            return this;
        }

        /** The fingerprint of all rows so far as 64 hexadecimal digits; the digest is reset. */
        public String hex() {
            buffer.putLong(0, width).putLong(Long.BYTES, rows);
            sha256.update(bytes, 0, 2 * Long.BYTES);
            rows = 0;
            return HexFormat.of().formatHex(sha256.digest());
        }

        private static MessageDigest sha256() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java platform has SHA-256", e);
            }
        }
    }
}
