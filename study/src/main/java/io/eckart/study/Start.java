package io.eckart.study;

import java.util.Locale;

/**
 * The size of the weights when training begins: the largest singular value of BA, which for P4 is the filter factor of its largest
 * singular value.
 */
public enum Start {
    LARGE(0.9),
    SMALL(0.1);

    private final double size;

    Start(double size) {
        this.size = size;
    }

    /** The largest singular value of BA, below 1. */
    public double size() {
        return size;
    }

    /** For people and files. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
