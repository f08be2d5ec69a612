package io.eckart.data.synthetic;

/** The fault of a row of {@link Sensors}. */
public enum Fault {
    /** No fault. */
    NONE,
    /** One sensor reads its end stop, an extreme value that is the same in every row. Usually found by its size. */
    STUCK,
    /** A random large number is added to or subtracted from one reading. */
    SPIKE,
    /**
     * Two readings are swapped: that of a random sensor and that of the sensor whose true value differs most from it. The
     * values and the norm of the row do not change.
     */
    SWAPPED,
    /**
     * Every sensor reads independent noise with its usual standard deviation, without the common patterns. Each reading and the
     * norm of the row are ordinary.
     */
    INDEPENDENT;

    /** Whether a row with this fault is broken. */
    public boolean isBroken() {
        return this != NONE;
    }
}
