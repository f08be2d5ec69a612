package io.eckart.report.result;

import io.eckart.report.Json;
import io.eckart.task.explore.Exploration;
import tools.jackson.databind.node.ObjectNode;

/** What is in a table. */
public final class ExplorationJson {
    private ExplorationJson() {}

    /** All but the examples, which would be too long to read. */
    public static ObjectNode of(Exploration found) {
        ObjectNode json = Json.record(found);
        json.remove("examples");
        return json;
    }
}
