package io.eckart.report.result;

import io.eckart.report.Json;
import io.eckart.task.fill.FillComparison;
import io.eckart.task.fill.Filled;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What was filled in a table, and how ways to fill compared. */
public final class FillJson {
    private FillJson() {}

    /**
     * A table that was filled.
     *
     * @param file that was written, if one was
     */
    public static ObjectNode of(Filled filled, Optional<Path> file) {
        ObjectNode json = Json.object();
        json.put("written", file.map(Path::toString).orElse(null));
        json.put("data", filled.data());
        json.put("rows", filled.rows());
        json.put("way", filled.way());
        json.put("model", filled.model().model().kind());
        json.set("settings", Json.value(filled.model().provenance().sortedConfiguration()));
        json.put("filled_cells", filled.cells());
        json.set("filled", Json.value(filled.columns()));
        json.put("rows_without_observed_cell", filled.blankRows());
        json.set("first_rows_without_observed_cell", Json.value(filled.firstBlankRows()));
        filled.comparison().ifPresent(comparison -> json.set("comparison", of(comparison)));
        return json;
    }

    /** Ways to fill, compared. */
    public static ObjectNode of(FillComparison comparison) {
        ObjectNode json = Json.object();
        json.put("hidden", comparison.missingness().toString());
        json.put("repetitions", comparison.repetitions());
        json.put("rows", comparison.rows());
        json.put("cells", comparison.cells());
        json.put("winner", comparison.winner().name());
        ArrayNode methods = json.putArray("methods");
        comparison.entries().forEach(entry -> methods.add(of(entry)));
        json.set("left_out", Json.value(comparison.leftOut()));
        return json;
    }

    private static ObjectNode of(FillComparison.Entry entry) {
        ObjectNode json = Json.object().put("method", entry.method().name());
        Json.number(json, "loss", entry.loss());
        Json.number(json, "standard_error", entry.standardError());
        Json.number(json, "rmse", entry.rmse());
        Json.number(json, "r2", entry.r2());
        Json.number(json, "accuracy", entry.accuracy());
        json.put("seconds", entry.seconds());
        ObjectNode columns = json.putObject("columns");
        for (FillComparison.ColumnScore score : entry.columns()) {
            columns.set(score.column().name(), Json.record(score).without("column"));
        }
        return json;
    }
}
