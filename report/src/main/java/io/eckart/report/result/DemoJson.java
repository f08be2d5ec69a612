package io.eckart.report.result;

import io.eckart.report.Json;
import tools.jackson.databind.node.ObjectNode;

/** What the demonstration found. */
public final class DemoJson {
    private DemoJson() {}

    public static ObjectNode of(DemoFindings found) {
        return Json.object()
                .put("folder", found.folder().toString())
                .put("report", found.page().toString())
                .set("sensors", Json.record(found.sensors()))
                .set("digits", Json.record(found.digits()));
    }
}
