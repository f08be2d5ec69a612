package io.eckart.study;

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
}
