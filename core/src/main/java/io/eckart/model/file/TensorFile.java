package io.eckart.model.file;

import io.eckart.model.ModelFileException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A safetensors file that is read tensor by tensor. Opening it reads the header, which is compared with the size of the file and with
 * the checksum of the metadata; so metadata and shapes are known, and can be refused, before anything is allocated for a tensor.
 */
public final class TensorFile implements AutoCloseable {
    private static final long MAX_HEADER = 16L << 20;

    private final Path file;
    private final FileChannel channel;
    private final TensorHeader header;
    private final long start;
    private final String checksum;

    private TensorFile(Path file, FileChannel channel) throws IOException {
        this.file = file;
        this.channel = channel;
        long size = channel.size();
        if (size < 8) {
            throw new ModelFileException(file, "is not a model file: " + size + " bytes are too few");
        }
        long length = fill(0, 8).getLong();
        if (length < 2 || length > MAX_HEADER || length > size - 8) {
            throw new ModelFileException(
                    file, "is not a model file: a header of " + length + " bytes cannot be in " + size + " bytes");
        }
        this.start = 8 + length;
        this.header = TensorHeader.of(file, fill(8, (int) length).array(), size - start);
        this.checksum = requireSoundMetadata();
    }

    /**
     * Reads the header of a file.
     *
     * @throws ModelFileException if the file cannot be read, is not a safetensors file, or its header is damaged
     */
    @SuppressWarnings("resource") // closed by the caller, or here if there is nothing to return
    public static TensorFile open(Path file) {
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
            try {
                return new TensorFile(file, channel);
            } catch (IOException | RuntimeException e) {
                channel.close();
                throw e;
            }
        } catch (NoSuchFileException e) {
            throw new ModelFileException(file, "no such file; check the path", e);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private String requireSoundMetadata() {
        String found = header.metadata().remove(Safetensors.METADATA_CHECKSUM);
        if (found == null) {
            throw new ModelFileException(file, "is a safetensors file, but not a model of Eckart");
        }
        if (!Checksum.of(header.metadata()).equals(found)) {
            throw new ModelFileException(file, "is damaged: its metadata do not match their checksum");
        }
        return header.metadata().getOrDefault(Safetensors.TENSORS_CHECKSUM, "");
    }

    /** The path that was opened. */
    public Path path() {
        return file;
    }

    public Map<String, String> metadata() {
        return Collections.unmodifiableMap(header.metadata());
    }

    /** The names of the tensors, in their order. */
    public Set<String> names() {
        return Collections.unmodifiableSet(header.entries().keySet());
    }

    /**
     * The shape of a tensor, without reading it.
     *
     * @throws IllegalArgumentException if there is none of this name
     */
    public List<Integer> shape(String name) {
        return entry(name).shape();
    }

    private TensorHeader.Entry entry(String name) {
        TensorHeader.Entry entry = header.entries().get(name);
        if (entry == null) {
            throw new IllegalArgumentException("tensor '" + name + "' is missing");
        }
        return entry;
    }

    /**
     * Reads one tensor.
     *
     * @throws IllegalArgumentException if there is none of this name
     * @throws ModelFileException if it cannot be read
     */
    public Tensor read(String name) {
        TensorHeader.Entry entry = entry(name);
        double[] values = new double[(int) ((entry.end() - entry.begin()) / 8)];
        for (int at = 0; at < values.length; at += Checksum.CHUNK) {
            int count = Math.min(Checksum.CHUNK, values.length - at);
            bytes(entry.begin() + 8L * at, 8 * count).asDoubleBuffer().get(values, at, count);
        }
        return new Tensor(entry.shape(), values);
    }

    /**
     * The SHA-256 of the bytes of all tensors in the order of their names, in hexadecimal.
     *
     * @throws ModelFileException if they cannot be read
     */
    public String checksum() {
        MessageDigest digest = Checksum.sha256();
        for (TensorHeader.Entry entry : header.entries().values()) {
            int chunk = 8 * Checksum.CHUNK;
            for (long at = entry.begin(); at < entry.end(); at += chunk) {
                digest.update(bytes(at, (int) Math.min(chunk, entry.end() - at)));
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /**
     * Reads all tensors once and compares their checksum with that in the metadata.
     *
     * @throws ModelFileException if they differ
     */
    public void requireSound() {
        if (!checksum().equals(checksum)) {
            throw new ModelFileException(file, "is damaged: its tensors do not match their checksum");
        }
    }

    private ByteBuffer bytes(long begin, int length) {
        try {
            return fill(start + begin, length);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private ByteBuffer fill(long position, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, position + buffer.position()) < 0) {
                throw new ModelFileException(file, "is cut short");
            }
        }
        return buffer.flip();
    }

    private static ModelFileException unreadable(Path file, IOException e) {
        return new ModelFileException(file, "cannot be read: " + e.getMessage(), e);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }
}
