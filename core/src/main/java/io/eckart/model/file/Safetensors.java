package io.eckart.model.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The safetensors format: 8 bytes little-endian length of the header, the header in JSON (name to dtype, shape and byte
 * range; {@code __metadata__} to strings), then the tensors' bytes without gaps. Here all tensors are F64. Files are read by
 * {@link TensorFile}.
 */
public final class Safetensors {
    static final String METADATA = "__metadata__";
    static final String TENSORS_CHECKSUM = "tensors_sha256";
    static final String METADATA_CHECKSUM = "metadata_sha256";

    /** The content of a file. */
    public record Content(Map<String, Tensor> tensors, Map<String, String> metadata) {}

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
     * Reads a whole file into memory.
     *
     * @throws io.eckart.model.ModelFileException if the file cannot be read, is not a safetensors file, or is damaged
     */
    public static Content read(Path file) {
        try (TensorFile tensors = TensorFile.open(file)) {
            Map<String, Tensor> read = new TreeMap<>();
            tensors.names().forEach(name -> read.put(name, tensors.read(name)));
            tensors.requireSound();
            return new Content(read, new TreeMap<>(tensors.metadata()));
        }
    }
}
