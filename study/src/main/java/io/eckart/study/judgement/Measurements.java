package io.eckart.study.judgement;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;

/**
 * What was measured for one claim: one value of each seed, by name.
 *
 * @param judged for each setting and each control of the plan
 * @param notes reported and not judged
 */
public record Measurements(Map<String, List<Double>> judged, Map<String, List<Double>> notes) {
    public Measurements {
        judged = copy(judged);
        notes = copy(notes);
    }

    private static Map<String, List<Double>> copy(Map<String, List<Double>> values) {
        Map<String, List<Double>> copy = new LinkedHashMap<>();
        for (Entry<String, List<Double>> entry : values.entrySet()) {
            copy.put(entry.getKey(), List.copyOf(entry.getValue()));
        }
        return Collections.unmodifiableMap(copy);
    }

    /** The values of a setting or control; none if it was not measured. */
    double[] of(String name) {
        return array(judged.getOrDefault(name, List.of()));
    }

    static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
