package io.eckart.study;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Where a claim is tested: one number decides here.
 *
 * @param name unique within the claim
 * @param levels the levels of the factors that differ between the settings of the claim, by factor
 * @param border the smallest effect that counts
 * @param measuredOn the rows
 */
public record ClaimSetting(String name, Map<String, String> levels, Border border, MeasuredOn measuredOn) {
    public ClaimSetting {
        levels = Collections.unmodifiableMap(new LinkedHashMap<>(levels));
    }

    /** Its name is made of its levels. */
    public static ClaimSetting of(Map<String, String> levels, Border border, MeasuredOn measuredOn) {
        String name = levels.entrySet().stream()
                .map(level -> level.getKey() + " " + level.getValue())
                .collect(Collectors.joining(", "));
        return new ClaimSetting(name, levels, border, measuredOn);
    }

    /** Whether a control is about another setting: all its levels are those of the setting. */
    public boolean covers(ClaimSetting setting) {
        return setting.levels.entrySet().containsAll(levels.entrySet());
    }
}
