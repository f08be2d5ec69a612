package io.eckart.study;

import java.util.Locale;

/** The number of steps of gradient descent after which a model is measured. */
public enum Budget {
    EARLY,
    LATE;

    /** For people and files. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
