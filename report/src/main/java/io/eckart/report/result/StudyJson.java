package io.eckart.report.result;

import io.eckart.report.Json;
import io.eckart.study.Study;
import tools.jackson.databind.node.ObjectNode;

/** A study. */
public final class StudyJson {
    private StudyJson() {}

    public static ObjectNode of(Study study) {
        ObjectNode json = Json.record(study);
        json.put("scale", Json.word(study.scale()));
        for (int i = 0; i < study.claims().size(); i++) {
            String verdict = study.claims().get(i).verdict().label();
            ((ObjectNode) json.path("claims").path(i)).put("verdict", verdict);
        }
        return json;
    }
}
