package io.eckart.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Builds the JSON objects that results are given in, and writes them as text. */
public final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final JsonMapper RECORDS = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private Json() {}

    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    public static ArrayNode list() {
        return MAPPER.createArrayNode();
    }

    /** A record with all that is in it, names in snake case; numbers that are not finite become null. */
    public static ObjectNode record(Record value) {
        ObjectNode node = RECORDS.valueToTree(value);
        withoutNaN(node);
        return node;
    }

    public static ArrayNode records(List<? extends Record> values) {
        ArrayNode list = list();
        values.forEach(value -> list.add(record(value)));
        return list;
    }

    private static void withoutNaN(ObjectNode node) {
        for (String name : List.copyOf(node.propertyNames())) {
            JsonNode child = node.path(name);
            if (child.isDouble() && !Double.isFinite(child.doubleValue())) {
                node.putNull(name);
            } else {
                withoutNaN(child);
            }
        }
    }

    private static void withoutNaN(JsonNode node) {
        switch (node) {
            case ObjectNode object -> withoutNaN(object);
            case ArrayNode array -> withoutNaN(array);
            default -> {}
        }
    }

    private static void withoutNaN(ArrayNode array) {
        for (int i = 0; i < array.size(); i++) {
            JsonNode child = array.get(i);
            if (child.isDouble() && !Double.isFinite(child.doubleValue())) {
                array.setNull(i);
            } else {
                withoutNaN(child);
            }
        }
    }

    /** Puts a number, or null where there is none. */
    public static void number(ObjectNode json, String name, double value) {
        if (Double.isFinite(value)) {
            json.put(name, value);
        } else {
            json.putNull(name);
        }
    }

    public static ArrayNode array(double[] values) {
        ArrayNode array = MAPPER.createArrayNode();
        for (double value : values) {
            array.add(value);
        }
        return array;
    }

    public static ArrayNode array(long[] values) {
        ArrayNode array = MAPPER.createArrayNode();
        for (long value : values) {
            array.add(value);
        }
        return array;
    }

    public static ArrayNode texts(List<String> values) {
        ArrayNode array = list();
        values.forEach(array::add);
        return array;
    }

    /** An object with a text for each entry, in the order of the map. */
    public static ObjectNode texts(Map<String, String> values) {
        ObjectNode object = object();
        values.forEach(object::put);
        return object;
    }

    /** The word for a constant: its name in lower case. */
    public static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** On one line. */
    public static String line(ObjectNode object) {
        return MAPPER.writeValueAsString(object);
    }

    public static String text(ObjectNode object) {
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
        return MAPPER.writer().with(printer).writeValueAsString(object);
    }
}
