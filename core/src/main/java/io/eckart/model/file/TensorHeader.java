package io.eckart.model.file;

import io.eckart.model.ModelFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * The header of a safetensors file: where each tensor is, and the metadata.
 *
 * @param entries by name
 */
record TensorHeader(Map<String, Entry> entries, Map<String, String> metadata) {

    /** The place of a tensor behind the header, in bytes. */
    record Entry(String name, List<Integer> shape, long begin, long end) {}

    /**
     * Reads a header.
     *
     * @param available the number of bytes that follow it
     * @throws ModelFileException if it is not one, or its tensors do not fill these bytes
     */
    static TensorHeader of(Path file, byte[] header, long available) {
        JsonNode root = parse(file, header);
        return new TensorHeader(entries(file, root, available), metadata(file, root));
    }

    private static JsonNode parse(Path file, byte[] header) {
        try {
            JsonNode root = Safetensors.mapper().readTree(header);
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
        root.path(Safetensors.METADATA).properties().forEach(entry -> {
            if (!entry.getValue().isString()) {
                throw new ModelFileException(file, "is damaged: metadata '" + entry.getKey() + "' is not a text");
            }
            metadata.put(entry.getKey(), entry.getValue().stringValue());
        });
        return metadata;
    }

    private static Map<String, Entry> entries(Path file, JsonNode root, long available) {
        List<Entry> entries = new ArrayList<>();
        root.properties().stream()
                .filter(entry -> !entry.getKey().equals(Safetensors.METADATA))
                .forEach(entry -> entries.add(entry(file, entry.getKey(), entry.getValue())));
        entries.sort(Comparator.comparingLong(Entry::begin).thenComparingLong(Entry::end));
        long end = 0;
        Map<String, Entry> byName = new TreeMap<>();
        for (Entry entry : entries) {
            if (entry.begin() != end) {
                throw new ModelFileException(file, "is damaged: tensor '" + entry.name() + "' is not where it belongs");
            }
            end = entry.end();
            byName.put(entry.name(), entry);
        }
        if (end != available) {
            throw new ModelFileException(
                    file, "is damaged or cut short: tensors take " + end + " bytes, the file holds " + available);
        }
        return byName;
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
        return new Entry(name, List.copyOf(shape), begin, end);
    }
}
