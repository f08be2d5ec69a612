package io.eckart.report.result;

import io.eckart.report.Json;
import io.eckart.task.compare.Comparison;
import tools.jackson.databind.node.ObjectNode;

/** Models and code sizes side by side. */
public final class ComparisonJson {
    private ComparisonJson() {}

    /** All that was measured, models by the names that they have everywhere. */
    public static ObjectNode of(Comparison found) {
        ObjectNode json = Json.record(found);
        for (int i = 0; i < found.entries().size(); i++) {
            ObjectNode entry = (ObjectNode) json.at("/entries/" + i);
            entry.put("model", found.entries().get(i).model().label());
        }
        return json;
    }
}
