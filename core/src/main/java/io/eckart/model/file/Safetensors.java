package io.eckart.model.file;

import io.eckart.model.ModelFileException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The safetensors format: 8 bytes little-endian length of the header, the header in JSON (name to dtype, shape and byte
 * range; {@code __metadata__} to strings), then the tensors' bytes without gaps. Here all tensors are F64.
 *
 * <p>Reading checks every length against the size of the file before anything is allocated for it.
 */
public final class Safetensors {
    private static final long MAX_HEADER = 16L << 20;
    private static final String METADATA = "__metadata__";
    private static final String TENSORS_CHECKSUM = "tensors_sha256";
    private static final String METADATA_CHECKSUM = "metadata_sha256";

    /** The content of a file. */
    public record Content(Map<String, Tensor> tensors, Map<String, String> metadata) {}

    private record Entry(String name, List<Integer> shape, long begin, long end) {}

    private Safetensors() {}

    public static JsonMapper mapper() {
        return JsonMapper.builder(JsonFactory.builder()
                        .streamReadConstraints(StreamReadConstraints.builder()
                                .maxNestingDepth(32)
                                .build())
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        .build())
                .build();
    }

    /** Writes tensors in the order of their names, with a checksum of their bytes in the metadata. */
    public static void write(OutputStream out, Content content) throws IOException {
        Map<String, Tensor> tensors = new TreeMap<>(content.tensors());
        Map<String, String> metadata = new TreeMap<>(content.metadata());
        metadata.put(TENSORS_CHECKSUM, Checksum.of(tensors.values()));
        metadata.put(METADATA_CHECKSUM, Checksum.of(metadata));
        byte[] header = header(tensors, metadata);
        out.write(ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(header.length)
                .array());
        out.write(header);
        for (Tensor tensor : tensors.values()) {
            Checksum.forEachChunk(tensor, (bytes, length) -> out.write(bytes, 0, length));
        }
    }

    private static byte[] header(Map<String, Tensor> tensors, Map<String, String> metadata) {
        ObjectNode root = mapper().createObjectNode();
        ObjectNode strings = root.putObject(METADATA);
        metadata.forEach(strings::put);
        long begin = 0;
        for (Map.Entry<String, Tensor> entry : tensors.entrySet()) {
            ObjectNode node = root.putObject(entry.getKey());
            long end = begin + 8L * entry.getValue().values().length;
            node.put("dtype", "F64");
            ArrayNode shape = node.putArray("shape");
            entry.getValue().shape().forEach(shape::add);
            node.putArray("data_offsets").add(begin).add(end);
            begin = end;
        }
        byte[] json = mapper().writeValueAsBytes(root);
        // Padded with spaces so that the tensors start at a multiple of 8.
        byte[] padded = Arrays.copyOf(json, Math.ceilDiv(json.length, 8) * 8);
        Arrays.fill(padded, json.length, padded.length, (byte) ' ');
        return padded;
    }

    /**
     * Reads a file into memory.
     *
     * @throws ModelFileException if the file cannot be read, is not a safetensors file, or is damaged
     */
    public static Content read(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return read(file, channel);
        } catch (NoSuchFileException e) {
            throw new ModelFileException(file, "no such file; check the path", e);
        } catch (IOException e) {
            throw new ModelFileException(file, "cannot be read: " + e.getMessage(), e);
        }
    }

    private static Content read(Path file, FileChannel channel) throws IOException {
        long size = channel.size();
        if (size < 8) {
            throw new ModelFileException(file, "is not a model file: " + size + " bytes are too few");
        }
        long headerLength = fill(channel, 8, file).getLong();
        if (headerLength < 2 || headerLength > MAX_HEADER || headerLength > size - 8) {
            throw new ModelFileException(
                    file,
                    "is not a model file: a header of " + headerLength + " bytes cannot be in " + size + " bytes");
        }
        JsonNode root = parse(file, fill(channel, (int) headerLength, file).array());
        List<Entry> entries = entries(file, root, size - 8 - headerLength);
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        for (Entry entry : entries) {
            tensors.put(entry.name(), readTensor(channel, entry, file));
        }
        Map<String, String> metadata = metadata(file, root);
        requireSound(file, new TreeMap<>(tensors), metadata);
        return new Content(tensors, metadata);
    }

    private static void requireSound(Path file, Map<String, Tensor> tensors, Map<String, String> metadata) {
        String metadataChecksum = metadata.remove(METADATA_CHECKSUM);
        if (metadataChecksum == null) {
            throw new ModelFileException(file, "is a safetensors file, but not a model of Eckart");
        }
        if (!Checksum.of(metadata).equals(metadataChecksum)) {
            throw new ModelFileException(file, "is damaged: its metadata do not match their checksum");
        }
        if (!Checksum.of(tensors.values()).equals(metadata.get(TENSORS_CHECKSUM))) {
            throw new ModelFileException(file, "is damaged: its tensors do not match their checksum");
        }
    }

    private static JsonNode parse(Path file, byte[] header) {
        try {
            JsonNode root = mapper().readTree(header);
            if (root == null || !root.isObject()) {
                throw new ModelFileException(file, "is not a model file: its header is not a JSON object");
            }
            return root;
        } catch (JacksonException e) {
            throw new ModelFileException(file, "is not a model file or is damaged: its header is not valid JSON", e);
        }
    }

    private static Map<String, String> metadata(Path file, JsonNode root) {
        Map<String, String> metadata = new TreeMap<>();
        root.path(METADATA).properties().forEach(entry -> {
            if (!entry.getValue().isString()) {
                throw new ModelFileException(file, "is damaged: metadata '" + entry.getKey() + "' is not a text");
            }
            metadata.put(entry.getKey(), entry.getValue().stringValue());
        });
        return metadata;
    }

    private static List<Entry> entries(Path file, JsonNode root, long available) {
        List<Entry> entries = new ArrayList<>();
        root.properties().stream()
                .filter(entry -> !entry.getKey().equals(METADATA))
                .forEach(entry -> entries.add(entry(file, entry.getKey(), entry.getValue())));
        entries.sort(Comparator.comparingLong(Entry::begin));
        long end = 0;
        for (Entry entry : entries) {
            if (entry.begin() != end) {
                throw new ModelFileException(file, "is damaged: tensor '" + entry.name() + "' is not where it belongs");
            }
            end = entry.end();
        }
        if (end != available) {
            throw new ModelFileException(
                    file, "is damaged or cut short: tensors take " + end + " bytes, the file holds " + available);
        }
        return entries;
    }

    private static Entry entry(Path file, String name, JsonNode node) {
        JsonNode offsets = node.path("data_offsets");
        boolean wellFormed = node.path("dtype").asString("").equals("F64")
                && offsets.size() == 2
                && offsets.path(0).canConvertToLong()
                && offsets.path(1).canConvertToLong()
                && node.path("shape").isArray();
        if (!wellFormed) {
            throw new ModelFileException(file, "is not a model of Eckart or is damaged: tensor '" + name + "'");
        }
        long length = 1;
        List<Integer> shape = new ArrayList<>();
        for (JsonNode extent : node.path("shape")) {
            if (!extent.canConvertToInt() || extent.intValue() < 0 || shape.size() == 2) {
                throw new ModelFileException(file, "is damaged: tensor '" + name + "' has an impossible shape");
            }
            shape.add(extent.intValue());
            length *= extent.intValue();
        }
        long begin = offsets.path(0).longValue();
        long end = offsets.path(1).longValue();
        if (begin < 0 || end < begin || length > Integer.MAX_VALUE - 8 || end - begin != 8 * length) {
            throw new ModelFileException(file, "is damaged: tensor '" + name + "' does not fit its shape " + shape);
        }
        return new Entry(name, shape, begin, end);
    }

    private static Tensor readTensor(FileChannel channel, Entry entry, Path file) throws IOException {
        double[] values = new double[(int) ((entry.end() - entry.begin()) / 8)];
        for (int at = 0; at < values.length; at += Checksum.CHUNK) {
            int count = Math.min(Checksum.CHUNK, values.length - at);
            fill(channel, 8 * count, file).asDoubleBuffer().get(values, at, count);
        }
        return new Tensor(entry.shape(), values);
    }

    private static ByteBuffer fill(ReadableByteChannel channel, int length, Path file) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer) < 0) {
                throw new ModelFileException(file, "is cut short");
            }
        }
        return buffer.flip();
    }
}
