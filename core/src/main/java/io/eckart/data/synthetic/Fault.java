package io.eckart.data.synthetic;

/** What is wrong with a row of {@link Sensors}. */
public enum Fault {
    /** Nothing: the row is intact. */
    NONE,
    /** One sensor reads its end stop, a value far out that is the same in every row. Found by size alone, mostly. */
    STUCK,
    /** One reading is displaced by a random large amount, up or down. */
    SPIKE,
    /**
     * Two sensors have changed places: a random one and the one whose true value differs most from it. The row keeps its
     * values and its norm.
     */
    SWAPPED,
    /**
     * Every sensor reads noise of its own usual spread, without the common pattern. Each reading, and the norm of the row,
     * is ordinary.
     */
    INDEPENDENT;

    /** Whether a row with this fault is broken. */
    public boolean isBroken() {
        return this != NONE;
    }
}
