package io.eckart.study;

/** The number of steps of gradient descent after which a model is measured. */
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
