package io.eckart.report.result;

import io.eckart.report.Json;
import tools.jackson.databind.node.ObjectNode;

/** What the demonstration found. */
public final class DemoJson {
    private DemoJson() {}

    public static ObjectNode of(DemoFindings found) {
        ObjectNode json = Json.object();
        json.put("folder", found.folder().toString());
        json.put("report", found.page().toString());
        json.set("sensors", Json.record(found.sensors()));
        json.set("digits", Json.record(found.digits()));
        return json;
    }
}
