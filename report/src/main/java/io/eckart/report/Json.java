package io.eckart.report;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.ser.std.ToStringSerializer;

/** Builds the JSON objects that results are given in, and writes them as text. */
public final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .addModule(new SimpleModule().addSerializer(Path.class, ToStringSerializer.instance))
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
        return (ObjectNode) value(value);
    }

    /** A value of any kind: records as {@link #record} has them, arrays, lists, and maps in their order. */
    public static JsonNode value(Object value) {
        return finite(MAPPER.valueToTree(value));
    }

    private static JsonNode finite(JsonNode node) {
        switch (node) {
            case ObjectNode object ->
                List.copyOf(object.propertyNames()).forEach(name -> object.set(name, finite(object.path(name))));
            case ArrayNode array -> {
                for (int i = 0; i < array.size(); i++) {
                    array.set(i, finite(array.path(i)));
                }
            }
            default -> {}
        }
        return node.isDouble() && !Double.isFinite(node.doubleValue()) ? MAPPER.nullNode() : node;
    }

    /** Puts a number, or null where there is none. */
    public static void number(ObjectNode json, String name, double value) {
        json.set(name, value(value));
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
