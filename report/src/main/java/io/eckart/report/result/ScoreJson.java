package io.eckart.report.result;

import io.eckart.report.Json;
import io.eckart.task.score.OddRow;
import io.eckart.task.score.ScoreFindings;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** How odd rows are. */
public final class ScoreJson {
    private static final int SHOWN = 20;

    private ScoreJson() {}

    /**
     * The result of {@code score}.
     *
     * @param output the scores themselves
     */
    public static ObjectNode of(ScoreFindings found, RowOutput output) {
        ObjectNode json = Json.record(output);
        json.put("ordered_by", found.score().label());
        found.threshold()
                .ifPresent(threshold -> json.putObject("threshold")
                        .put("score", threshold.score().label())
                        .put("value", threshold.value())
                        .put("odd", found.odd()));
        if (!found.areasUnderRoc().isEmpty()) {
            ObjectNode areas = json.putObject("area_under_roc");
            found.areasUnderRoc().forEach((score, area) -> areas.put(score.label(), area));
        }
        json.set("identifiers", Json.value(found.kept()));
        json.set("oddest", rows(found.oddest(SHOWN)));
        return json;
    }

    /** All odd rows, for the page. */
    static ArrayNode rows(List<OddRow> rows) {
        ArrayNode all = Json.list();
        for (OddRow row : rows) {
            all.add(Json.record(row).put("reason", Json.word(row.reason()).replace('_', ' ')));
        }
        return all;
    }
}
