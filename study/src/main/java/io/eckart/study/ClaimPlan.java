package io.eckart.study;

import java.util.List;
import java.util.stream.Stream;

/**
 * What is fixed about a claim before anything is measured.
 *
 * @param id a short name in kebab case, the same in every run
 * @param section the section of the lecture notes, as in {@code 15.4.2}
 * @param sentence what is claimed, in our words
 * @param experiment what is run, so that a reader could repeat it
 * @param measure what the number of each setting is, with its unit
 * @param ratio whether the number is a ratio, so that it is averaged and judged as its logarithm
 * @param control which other reason could show the same effect, and how it is excluded
 * @param settings where it is tested, at least one
 * @param controls where the effect must be absent; one that shows it all the same counts against every setting it covers
 */
public record ClaimPlan(
        String id,
        String section,
        String sentence,
        String experiment,
        String measure,
        boolean ratio,
        String control,
        List<ClaimSetting> settings,
        List<ClaimSetting> controls) {

    /** @throws IllegalArgumentException if there is no setting, or two settings or controls have one name */
    public ClaimPlan {
        settings = List.copyOf(settings);
        controls = List.copyOf(controls);
        long names = Stream.concat(settings.stream(), controls.stream())
                .map(ClaimSetting::name)
                .distinct()
                .count();
        if (settings.isEmpty() || names != settings.size() + controls.size()) {
            throw new IllegalArgumentException("a claim needs settings of different names: " + id);
        }
    }
}
