package io.eckart.report.result;

import io.eckart.report.Json;
import io.eckart.study.demo.DemoFindings;
import tools.jackson.databind.node.ObjectNode;

/** What the demonstration found. */
public final class DemoJson {
    private DemoJson() {}

    public static ObjectNode of(DemoFindings found) {
        ObjectNode json = Json.object()
                .put("folder", found.folder().toString())
                .put("report", found.page().toString());
        json.set("parameterizations", Json.record(found.parameterizations()));
        json.set("digits", Json.record(found.digits()));
        json.set("holes", Json.record(found.holes()));
        json.set("broken_rows", Json.record(found.brokenRows()));
        json.set("labels", Json.record(found.labels()));
        return json;
    }
}
