package io.eckart.study;

import java.util.List;

/**
 * A sentence about self-supervision that was put to the test.
 *
 * @param plan what was fixed before
 * @param settings one for each setting of the plan
 * @param controls one for each control of the plan
 * @param notes numbers that are reported and not judged
 * @param verdict what the settings say of the sentence
 * @param summary the verdict in words, with the number of settings where it holds in some
 * @param dependsOn the factors that the verdict depends on, and how; empty if on none
 * @param reason which settings are for it, against it and undecided; one sentence
 * @param deciding the setting whose number is nearest to its border
 */
public record Claim(
        ClaimPlan plan,
        List<Evidence> settings,
        List<Evidence> controls,
        List<MeasuredNumber> notes,
        Verdict verdict,
        String summary,
        List<String> dependsOn,
        String reason,
        Evidence deciding) {
    public Claim {
        settings = List.copyOf(settings);
        controls = List.copyOf(controls);
        notes = List.copyOf(notes);
        dependsOn = List.copyOf(dependsOn);
    }

    /** A short name in kebab case, the same in every run. */
    public String id() {
        return plan.id();
    }
}
