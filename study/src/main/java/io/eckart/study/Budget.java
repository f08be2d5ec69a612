package io.eckart.study;

/** After how many steps of gradient descent a model is measured. */
public enum Budget {
    EARLY("early"),
    LATE("late");

    private final String label;

    Budget(String label) {
        this.label = label;
    }

    /** For people and files. */
    public String label() {
        return label;
    }
}
