package io.eckart.report.result;

import io.eckart.report.Json;
import io.eckart.task.score.ScoreFindings;
import tools.jackson.databind.node.ObjectNode;

/** How odd rows are. */
public final class ScoreJson {
    private ScoreJson() {}

    /**
     * The result of {@code score}.
     *
     * @param output the scores themselves
     */
    public static ObjectNode of(ScoreFindings found, RowOutput output) {
        ObjectNode json = Json.record(output);
        found.threshold()
                .ifPresent(threshold -> json.putObject("threshold")
                        .put("score", threshold.score().label())
                        .put("value", threshold.value())
                        .put("odd", found.odd()));
        if (!found.areasUnderRoc().isEmpty()) {
            ObjectNode areas = json.putObject("area_under_roc");
            found.areasUnderRoc().forEach((score, area) -> areas.put(score.label(), area));
        }
        return json;
    }
}
