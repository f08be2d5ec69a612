package io.eckart.report;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON pointers (RFC 6901) from a page's layout into its data. */
final class Pointers {
    /** The name of every member of a layout that points into the data. */
    static final String MEMBER = "from";

    private Pointers() {}

    static void require(String pointer) {
        if (!pointer.startsWith("/")) {
            throw new IllegalArgumentException("a JSON pointer starts with /, got '" + pointer + "'");
        }
    }

    /**
     * Fails where a layout points to nothing.
     *
     * @throws IllegalArgumentException naming the pointer
     */
    static void requireTargets(JsonNode layout, ObjectNode data) {
        if (layout instanceof ObjectNode object) {
            String pointer = object.path(MEMBER).asString("");
            if (!pointer.isEmpty() && data.at(pointer).isMissingNode()) {
                throw new IllegalArgumentException("the page points to " + pointer + ", which is not in its data");
            }
        }
        layout.forEach(child -> requireTargets(child, data));
    }
}
