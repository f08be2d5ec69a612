package io.eckart.study;

/** What measurements say of a claim. */
public enum Verdict {
    /** Every setting is for it. */
    HOLDS("holds"),
    /** Some settings are for it, and at least half of all are decided. */
    HOLDS_IN_SOME("holds in some settings"),
    /** No setting is for it, and at least half of all are against it. */
    DOES_NOT_HOLD("does not hold here"),
    /** More than half of the settings are not decided by these seeds. */
    UNDECIDED("undecided");

    private final String label;

    Verdict(String label) {
        this.label = label;
    }

    /** For people. */
    public String label() {
        return label;
    }
}
