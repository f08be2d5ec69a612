package io.eckart.study;

import java.util.Arrays;

/** What measurements say of a claim. */
public enum Verdict {
    HOLDS("holds"),
    HOLDS_UNDER("holds under"),
    DOES_NOT_HOLD("does not hold here"),
    /** Seeds disagree, or the interval spans the border. */
    VARIES("varies");

    private final String label;

    Verdict(String label) {
        this.label = label;
    }

    /** For people. */
    public String label() {
        return label;
    }

    /**
     * The verdict of this label.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Verdict parse(String label) {
        return Arrays.stream(values())
                .filter(verdict -> verdict.label.equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no verdict: " + label));
    }
}
