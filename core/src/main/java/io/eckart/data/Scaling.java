package io.eckart.data;

/** What is done to a number column before training. */
public enum Scaling {
    /** Nothing: x. */
    NONE,
    /** x - mean. */
    CENTER,
    /** (x - mean) / standard deviation (over n, not n - 1). */
    STANDARD,
    /** (x - min) / (max - min). */
    MINMAX
}
