package io.eckart.model.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** SHA-256 checksums of the little-endian bytes of tensors, chunk by chunk, and of metadata. */
public final class Checksum {
    /** Number of values that are turned into bytes at once. */
    static final int CHUNK = 1 << 13;

    /** Receives the first {@code length} bytes of an array. */
    @FunctionalInterface
    interface ChunkConsumer {
        void accept(byte[] bytes, int length) throws IOException;
    }

    private Checksum() {}

    public static String of(Collection<Tensor> tensors) {
        MessageDigest digest = sha256();
        try {
            for (Tensor tensor : tensors) {
                forEachChunk(tensor, (bytes, length) -> digest.update(bytes, 0, length));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Of names and texts in the order of the names, each followed by a zero byte. */
    public static String of(Map<String, String> metadata) {
        MessageDigest digest = sha256();
        new TreeMap<>(metadata).forEach((name, text) -> {
            for (String part : List.of(name, text)) {
                digest.update(part.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
        });
        return HexFormat.of().formatHex(digest.digest());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    static void forEachChunk(Tensor tensor, ChunkConsumer consumer) throws IOException {
        double[] values = tensor.values();
        byte[] bytes = new byte[8 * Math.min(CHUNK, values.length)];
        DoubleBuffer view =
                ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asDoubleBuffer();
        for (int at = 0; at < values.length; at += CHUNK) {
            int count = Math.min(CHUNK, values.length - at);
            view.clear().put(values, at, count);
            consumer.accept(bytes, 8 * count);
        }
    }
}
