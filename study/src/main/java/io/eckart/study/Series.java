package io.eckart.study;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which runs a curve is about.
 *
 * @param variant what else tells it apart from others of its figure; may be empty
 */
public record Series(Parameterization form, CodeSize size, TrainingCorruption corruption, Start start, String variant) {

    /** All of it in words. */
    public String label() {
        return Stream.of(
                        form.label(),
                        size.label(),
                        corruption == TrainingCorruption.NONE ? "clean" : corruption.label(),
                        start.label() + " start",
                        variant)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
    }

    /** The same with another variant. */
    public Series with(String other) {
        return new Series(form, size, corruption, start, other);
    }
}
