package io.eckart.report.result;

import io.eckart.report.Json;
import java.nio.file.Path;
import tools.jackson.databind.node.ObjectNode;

/** Rows that were made of the rows of a table. */
public final class RowOutputJson {
    private RowOutputJson() {}

    public static ObjectNode of(RowOutput output) {
        ObjectNode json = Json.object();
        json.put("written", output.file().map(Path::toString).orElse(null));
        json.put("content", output.content());
        json.put("rows", output.rows());
        json.put("columns", output.columns());
        return json;
    }
}
