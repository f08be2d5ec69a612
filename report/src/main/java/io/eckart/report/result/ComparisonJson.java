package io.eckart.report.result;

import io.eckart.report.Json;
import io.eckart.task.compare.Comparison;
import tools.jackson.databind.node.ObjectNode;

/** Models and code sizes side by side. */
public final class ComparisonJson {
    private ComparisonJson() {}

    public static ObjectNode of(Comparison found) {
        return Json.record(found);
    }
}
