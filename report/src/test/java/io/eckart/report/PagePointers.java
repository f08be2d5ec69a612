package io.eckart.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Follows every pointer of a page into its data. */
public final class PagePointers {
    private final JsonNode data;
    private int followed;

    private PagePointers(JsonNode data) {
        this.data = data;
    }

    /**
     * Fails where a pointer of a page leads nowhere; a field of rows has to be in one of them.
     *
     * @return the {@code result} of the page
     */
    public static JsonNode requireTargets(ReportPage page) {
        PagePointers pointers = new PagePointers(JsonMapper.shared().readTree(page.data()));
        pointers.follow(JsonMapper.shared().readTree(page.layout()), List.of());
        assertThat(pointers.followed).as("pointers of " + page.title()).isGreaterThan(10);
        return pointers.data.path("result");
    }

    private void follow(JsonNode node, List<JsonNode> outer) {
        List<JsonNode> rows = node.has("rows") ? rows(node.path("rows")) : outer;
        for (String name : List.of("from", "shown", "of")) {
            String pointer = node.path(name).isString() ? node.path(name).asString() : "";
            if (!pointer.isEmpty()) {
                assertThat(data.at(pointer).isMissingNode()).as(pointer).isFalse();
                followed++;
            }
        }
        if (node.path("at").isString() && !rows.isEmpty()) {
            requireField(node.path("at").asString(), rows);
        }
        node.forEach(child -> follow(child, rows));
    }

    private void requireField(String fields, List<JsonNode> rows) {
        for (String field : fields.split(",", -1)) {
            if (!field.equals(Field.PLACE)) {
                assertThat(rows)
                        .as("field " + field)
                        .anyMatch(row -> !row.at(field).isMissingNode());
                followed++;
            }
        }
    }

    /** As the script of the page reads them. */
    private List<JsonNode> rows(JsonNode source) {
        JsonNode from = data.at(source.path("from").asString());
        String each = source.path("each").asString();
        if (each.isEmpty()) {
            return members(from);
        }
        List<JsonNode> rows = new ArrayList<>();
        for (JsonNode outer : from) {
            for (JsonNode inner : members(outer.at(each))) {
                ObjectNode row = Json.object();
                row.set("outer", outer);
                row.set("name", inner.has("name") ? inner.path("name") : row.numberNode(rows.size()));
                row.set("value", inner.has("value") ? inner.path("value") : inner);
                rows.add(row);
            }
        }
        return rows;
    }

    private static List<JsonNode> members(JsonNode node) {
        List<JsonNode> members = new ArrayList<>();
        if (node instanceof ObjectNode object) {
            object.forEachEntry((name, value) -> {
                ObjectNode row = Json.object().put("name", name);
                row.set("value", value);
                members.add(row);
            });
        } else {
            node.forEach(members::add);
        }
        return members;
    }
}
