package io.eckart.report.result;

import io.eckart.report.Json;
import io.eckart.study.Claim;
import io.eckart.study.Evidence;
import io.eckart.study.Study;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A study. Borders, verdicts and answers are in words as well. */
public final class StudyJson {
    private StudyJson() {}

    public static ObjectNode of(Study study) {
        ObjectNode json = Json.record(study);
        json.put("scale", Json.word(study.scale()));
        for (int i = 0; i < study.claims().size(); i++) {
            say((ObjectNode) json.path("claims").path(i), study.claims().get(i));
        }
        return json;
    }

    private static void say(ObjectNode json, Claim claim) {
        json.put("verdict", claim.verdict().label());
        say(json.path("settings"), claim.settings());
        say(json.path("controls"), claim.controls());
        say((ObjectNode) json.path("deciding"), claim.deciding());
    }

    private static void say(JsonNode list, List<Evidence> evidence) {
        for (int i = 0; i < evidence.size(); i++) {
            say((ObjectNode) list.path(i), evidence.get(i));
        }
    }

    private static void say(ObjectNode json, Evidence evidence) {
        json.put("answer", Json.word(evidence.answer()));
        json.put("border", evidence.setting().border().text());
    }
}
