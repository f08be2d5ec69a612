package io.eckart.report.result;

import io.eckart.report.Json;
import io.eckart.task.explore.DimensionNumber;
import io.eckart.task.explore.Exploration;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/** What is in a table. */
public final class ExplorationJson {
    private ExplorationJson() {}

    /** All but the examples, which would be too long to read. */
    public static ObjectNode of(Exploration found) {
        ObjectNode json = withExamples(found);
        json.remove("examples");
        return json;
    }

    /** All that was found: each column with its distribution, each number about the dimension with what it says. */
    public static ObjectNode withExamples(Exploration found) {
        ObjectNode json = Json.record(found);
        json.remove("distributions");
        for (int j = 0; j < found.profile().columns().size(); j++) {
            ObjectNode column = (ObjectNode) json.at("/profile/columns/" + j);
            column.put("type", column.path("type").asString().toLowerCase(Locale.ROOT));
            if (j < found.distributions().size()) {
                column.setAll(Json.record(found.distributions().get(j)));
            }
        }
        json.set("dimension_numbers", Json.value(DimensionNumber.of(found)));
        Exploration.Clustering best = found.bestClustering();
        json.put("groups", best == null ? null : best.finding());
        return json;
    }
}
