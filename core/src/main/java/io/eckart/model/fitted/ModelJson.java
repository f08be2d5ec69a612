package io.eckart.model.fitted;

import io.eckart.data.Column;
import io.eckart.data.ColumnRanges;
import io.eckart.data.ColumnType;
import io.eckart.data.Encoding;
import io.eckart.data.ImageShape;
import io.eckart.data.Scaling;
import io.eckart.data.Schema;
import io.eckart.model.file.Safetensors;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes and reads the JSON texts of a model file; reading throws {@link IllegalArgumentException} on invalid content. */
final class ModelJson {
    private ModelJson() {}

    static JsonNode parse(String text) {
        try {
            return Safetensors.mapper().readTree(text);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("metadata are not valid JSON", e);
        }
    }

    static ObjectNode encoding(Encoding encoding) {
        ObjectNode json = Safetensors.mapper().createObjectNode();
        json.put("scaling", encoding.scaling().name());
        encoding.schema().image().ifPresent(image -> {
            ObjectNode shape = json.putObject("image");
            shape.put("height", image.height());
            shape.put("width", image.width());
            shape.put("channels", image.channels());
        });
        ArrayNode columns = json.putArray("columns");
        for (Column column : encoding.schema().columns()) {
            ObjectNode node = columns.addObject();
            node.put("name", column.name());
            node.put("type", column.type().name());
            if (!column.levels().isEmpty()) {
                ArrayNode levels = node.putArray("levels");
                column.levels().forEach(levels::add);
            }
        }
        return json;
    }

    static Encoding encoding(JsonNode json, double[] shift, double[] scale, Optional<ColumnRanges> ranges) {
        List<Column> columns = new ArrayList<>();
        for (JsonNode node : json.path("columns")) {
            ColumnType type = ColumnType.valueOf(text(node, "type"));
            columns.add(new Column(text(node, "name"), type, strings(node, "levels")));
        }
        Schema schema = new Schema(columns, image(json.path("image")));
        return new Encoding(schema, Scaling.valueOf(text(json, "scaling")), shift, scale, ranges);
    }

    private static Optional<ImageShape> image(JsonNode json) {
        if (json.isMissingNode()) {
            return Optional.empty();
        }
        return Optional.of(new ImageShape(count(json, "height"), count(json, "width"), count(json, "channels")));
    }

    static ObjectNode provenance(Provenance provenance) {
        ObjectNode json = Safetensors.mapper().createObjectNode();
        json.put("data", provenance.data());
        json.put("fingerprint", provenance.fingerprint());
        json.put("rows", provenance.rows());
        json.put("columns", provenance.columns());
        json.put("seed", provenance.seed());
        json.put("version", provenance.version());
        json.put("numerics", provenance.numerics());
        json.put("threads", provenance.threads());
        json.put("created", provenance.created());
        json.put("seconds", provenance.seconds());
        ObjectNode configuration = json.putObject("configuration");
        provenance.sortedConfiguration().forEach(configuration::put);
        if (!provenance.findings().isEmpty()) {
            ObjectNode findings = json.putObject("findings");
            provenance.sortedFindings().forEach(findings::put);
        }
        if (!provenance.notes().isEmpty()) {
            ArrayNode notes = json.putArray("notes");
            provenance.notes().forEach(notes::add);
        }
        return json;
    }

    static Provenance provenance(JsonNode json) {
        return new Provenance(
                text(json, "data"),
                text(json, "fingerprint"),
                wholeNumber(json, "rows"),
                count(json, "columns"),
                wholeNumber(json, "seed"),
                text(json, "version"),
                text(json, "numerics"),
                count(json, "threads"),
                text(json, "created"),
                number(json, "seconds"),
                texts(json, "configuration"),
                texts(json, "findings"),
                notes(json.path("notes")));
    }

    private static List<String> notes(JsonNode json) {
        return json.valueStream().map(note -> string(note, "notes")).toList();
    }

    /** An object of texts; empty if it is missing. */
    static Map<String, String> texts(JsonNode json, String name) {
        Map<String, String> texts = new TreeMap<>();
        json.path(name)
                .properties()
                .forEach(entry -> texts.put(entry.getKey(), string(entry.getValue(), entry.getKey())));
        return texts;
    }

    private static String text(JsonNode json, String name) {
        return string(json.path(name), name);
    }

    /** A list of texts; empty if it is missing. */
    static List<String> strings(JsonNode json, String name) {
        List<String> strings = new ArrayList<>();
        json.path(name).forEach(node -> strings.add(string(node, name)));
        return strings;
    }

    static int count(JsonNode json, String name) {
        long count = wholeNumber(json, name);
        if (count != (int) count) {
            throw new IllegalArgumentException("'" + name + "' cannot be " + count);
        }
        return (int) count;
    }

    static String string(JsonNode node, String name) {
        if (!node.isString()) {
            throw new IllegalArgumentException("'" + name + "' must be a text");
        }
        return node.stringValue();
    }

    static long wholeNumber(JsonNode json, String name) {
        JsonNode node = json.path(name);
        if (!node.isIntegralNumber() || !node.canConvertToLong()) {
            throw new IllegalArgumentException("'" + name + "' must be a whole number");
        }
        return node.longValue();
    }

    static double number(JsonNode json, String name) {
        JsonNode node = json.path(name);
        if (!node.isNumber()) {
            throw new IllegalArgumentException("'" + name + "' must be a number");
        }
        return node.doubleValue();
    }

    static boolean bool(JsonNode json, String name) {
        JsonNode node = json.path(name);
        if (!node.isBoolean()) {
            throw new IllegalArgumentException("'" + name + "' must be true or false");
        }
        return node.booleanValue();
    }
}
